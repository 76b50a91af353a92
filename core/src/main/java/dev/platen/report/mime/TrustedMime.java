package dev.platen.report.mime;

import dev.platen.report.html.AuthorHtml;
import dev.platen.report.html.HtmlWriter;
import java.util.List;
import java.util.Optional;

/** HTML and scripts as they are, for reports whose maker trusts the notebook. */
final class TrustedMime implements MimeRenderer {
  private static final String SCRIPT = "application/javascript";

  @Override
  public List<String> types() {
    return List.of("text/html", SCRIPT, "text/javascript");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<String> text = representation.text().filter(value -> !value.isBlank());
    text.ifPresent(
        value -> {
          representation.place().caption().ifPresent(words -> html.element("p", "caption", words));
          html.open("div", "out author");
          boolean script = representation.type().endsWith("/javascript");
          html.trusted(script ? AuthorHtml.script(value) : AuthorHtml.markup(value));
          html.close();
          // Bokeh's script draws into the HTML beside it.
          representation
              .bundle()
              .text(SCRIPT)
              .filter(beside -> !script)
              .ifPresent(beside -> html.trusted(AuthorHtml.script(beside)));
        });
    return text.isPresent();
  }
}
