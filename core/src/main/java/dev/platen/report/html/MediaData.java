package dev.platen.report.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Sound and film inside the page. */
public final class MediaData {
  private static final Set<String> SUBTYPES =
      Set.of("mpeg", "mp3", "mp4", "ogg", "webm", "wav", "x-wav", "wave", "flac", "aac");

  private MediaData() {}

  /** The data URL of a recording; empty if its type is none that browsers play, or no base64. */
  public static Optional<String> url(String mimeType, String base64) {
    String type = mimeType.toLowerCase(Locale.ROOT);
    int slash = type.indexOf('/');
    boolean plays = isMedia(type) && SUBTYPES.contains(type.substring(slash + 1));
    return plays
        ? ImageData.payload(base64).map(payload -> "data:" + type + ";base64," + payload)
        : Optional.empty();
  }

  /** A data URL of others, checked; a codec named in it is left out. */
  static Optional<String> dataUrl(String url) {
    int comma = url.indexOf(',');
    if (comma < 0 || !url.regionMatches(true, 0, "data:", 0, 5)) {
      return Optional.empty();
    }
    String header = url.substring(5, comma).strip().toLowerCase(Locale.ROOT);
    return header.endsWith(";base64")
        ? url(header.substring(0, header.indexOf(';')), url.substring(comma + 1))
        : Optional.empty();
  }

  public static boolean isMedia(String mimeType) {
    return mimeType.startsWith("audio/") || mimeType.startsWith("video/");
  }

  /** Writes the player; it begins when its reader says so. */
  public static void write(String url, String label, HtmlWriter html) {
    boolean film = url.startsWith("data:video");
    html.open(film ? "video" : "audio", "media").flag("controls", true);
    html.attribute("preload", "metadata").attribute("src", url).attribute("aria-label", label);
    html.close();
  }
}
