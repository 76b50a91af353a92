package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.terminal.LongText;
import java.util.List;
import java.util.Optional;

/** Plain text, with the colours that a terminal would show. */
final class PlainTextMime implements MimeRenderer {
  @Override
  public List<String> types() {
    return List.of("text/plain");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<String> text = representation.text();
    text.ifPresent(value -> LongText.write(value, "out text", html));
    return text.isPresent();
  }
}
