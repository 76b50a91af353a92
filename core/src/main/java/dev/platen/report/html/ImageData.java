package dev.platen.report.html;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Images inside the page: data URLs whose content is what their type says. */
public final class ImageData {
  public static final String SVG = "image/svg+xml";

  /** The bitmap types that every browser shows. */
  public static final List<String> BITMAPS =
      List.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");

  private static final int MAGIC_CHARS = 16;

  private ImageData() {}

  /**
   * The data URL of a bitmap.
   *
   * @param base64 may be broken into lines
   * @return empty if the type is none of {@link #BITMAPS}, if the text is not base64, or if the
   *     bytes are of another kind of file
   */
  public static Optional<String> bitmap(String mimeType, String base64) {
    String payload = isBase64(base64) ? base64 : withoutBlanks(base64);
    return isBase64(payload) && startsAs(mimeType, payload)
        ? Optional.of("data:" + mimeType + ";base64," + payload)
        : Optional.empty();
  }

  /** The data URL of an SVG image; in it no script runs and nothing is loaded. */
  public static Optional<String> svg(String markup) {
    int root = markup.indexOf("<svg");
    if (root < 0) {
      return Optional.empty();
    }
    String xml =
        markup.contains("http://www.w3.org/2000/svg")
            ? markup
            : markup.substring(0, root)
                + "<svg xmlns=\"http://www.w3.org/2000/svg\""
                + markup.substring(root + "<svg".length());
    String base64 = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    return Optional.of("data:" + SVG + ";base64," + base64);
  }

  /** A data URL of others, if it holds one of our image types in base64. */
  public static Optional<String> dataUrl(String url) {
    int comma = url.indexOf(',');
    if (comma < 0 || !url.regionMatches(true, 0, "data:", 0, 5)) {
      return Optional.empty();
    }
    String header = url.substring(5, comma).strip().toLowerCase(Locale.ROOT);
    String payload = url.substring(comma + 1);
    if (!header.endsWith(";base64")) {
      return Optional.empty();
    }
    String mimeType = header.substring(0, header.indexOf(';'));
    if (mimeType.equals(SVG)) {
      String base64 = withoutBlanks(payload);
      return isBase64(base64) ? Optional.of("data:" + SVG + ";base64," + base64) : Optional.empty();
    }
    return bitmap(mimeType, payload);
  }

  private static boolean startsAs(String mimeType, String base64) {
    String head = base64.substring(0, Math.min(MAGIC_CHARS, base64.length() / 4 * 4));
    String bytes = new String(Base64.getDecoder().decode(head), StandardCharsets.ISO_8859_1);
    return switch (mimeType) {
      case "image/png" -> bytes.startsWith("\u0089PNG\r\n\u001a\n");
      case "image/jpeg" -> bytes.startsWith("\u00ff\u00d8\u00ff");
      case "image/gif" -> bytes.startsWith("GIF8");
      case "image/webp" -> bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8);
      case "image/bmp" -> bytes.startsWith("BM");
      default -> false;
    };
  }

  private static boolean isBase64(String text) {
    int end = text.length();
    while (end > 0 && end > text.length() - 2 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '/') {
        return false;
      }
    }
    return end > 0 && text.length() % 4 == 0;
  }

  private static String withoutBlanks(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> c > ' ').forEach(c -> kept.append((char) c));
    return kept.toString();
  }
}
