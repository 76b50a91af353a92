package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.MediaData;
import java.util.List;
import java.util.Optional;

/** Sound and film. */
final class MediaMime implements MimeRenderer {
  @Override
  public List<String> types() {
    return List.of(
        "video/mp4",
        "video/webm",
        "video/ogg",
        "audio/mpeg",
        "audio/mp3",
        "audio/mp4",
        "audio/ogg",
        "audio/webm",
        "audio/wav",
        "audio/x-wav",
        "audio/flac",
        "audio/aac");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<String> url =
        representation.text().flatMap(data -> MediaData.url(representation.type(), data));
    url.ifPresent(
        found -> {
          html.open("div", "out");
          String alt = representation.note("alt").or(representation.place()::alt).orElse("");
          String kind = representation.type().startsWith("video") ? "Film" : "Sound";
          String label = alt.isBlank() ? kind + " from " + representation.place().cell() : alt;
          MediaData.write(found, label, html);
          html.close();
        });
    return url.isPresent();
  }
}
