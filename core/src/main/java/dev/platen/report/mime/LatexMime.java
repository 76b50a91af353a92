package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.tex.MathWriter;
import java.util.List;
import java.util.Optional;

/** TeX: formulas between their delimiters, other text as it is. */
final class LatexMime implements MimeRenderer {
  private final MathWriter math;

  LatexMime(MathWriter math) {
    this.math = math;
  }

  @Override
  public List<String> types() {
    return List.of("text/latex");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<String> text = representation.text();
    text.ifPresent(
        tex -> {
          html.open("div", "out latex");
          math.writeMixed(tex, html);
          html.close();
        });
    return text.isPresent();
  }
}
