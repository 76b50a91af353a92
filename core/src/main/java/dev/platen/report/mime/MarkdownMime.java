package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.PageImages;
import dev.platen.report.markdown.MarkdownDocument;
import dev.platen.report.markdown.MarkdownRenderer;
import java.util.List;
import java.util.Optional;

/** Markdown, as in a Markdown cell. */
final class MarkdownMime implements MimeRenderer {
  private final MarkdownRenderer renderer;

  MarkdownMime(MarkdownRenderer renderer) {
    this.renderer = renderer;
  }

  @Override
  public List<String> types() {
    return List.of("text/markdown");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<String> text = representation.text();
    text.ifPresent(
        source -> {
          String scope = representation.place().scope();
          html.open("div", "out prose");
          renderer.write(MarkdownDocument.parse(source, scope), PageImages.inline(), html);
          html.close();
        });
    return text.isPresent();
  }
}
