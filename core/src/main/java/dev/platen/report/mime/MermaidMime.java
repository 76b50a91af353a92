package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.terminal.LongText;
import java.util.List;
import java.util.Optional;

/** Diagrams that a script would draw: their source, which people can read too. */
final class MermaidMime implements MimeRenderer {
  @Override
  public List<String> types() {
    return List.of("text/vnd.mermaid");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<String> source = representation.text().filter(text -> !text.isBlank());
    source.ifPresent(
        text -> {
          html.element("p", "channel", "Mermaid diagram, as its source");
          LongText.write(text, "out text", html);
        });
    return source.isPresent();
  }
}
