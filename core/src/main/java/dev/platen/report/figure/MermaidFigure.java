package dev.platen.report.figure;

import dev.platen.notebook.MimeBundle;
import java.util.Optional;

/** Diagrams of Mermaid, as their source. What has a picture is shown as that. */
final class MermaidFigure implements FigureType {
  private static final String TYPE = "text/vnd.mermaid";

  @Override
  public Optional<Drawing> drawing(MimeBundle bundle) {
    boolean pictured = bundle.entries().keySet().stream().anyMatch(t -> t.startsWith("image/"));
    return bundle
        .text(TYPE)
        .filter(source -> !source.isBlank() && !pictured)
        .map(source -> Frame.of("a Mermaid diagram", TYPE, FigureLibrary.MERMAID, "", source));
  }
}
