package dev.platen.report.markdown;

import dev.platen.report.html.HtmlWriter;

/** Draws what fences of {@code mermaid} hold, as JupyterLab and GitHub do. */
@FunctionalInterface
public interface DiagramWriter {

  /**
   * Writes one diagram.
   *
   * @param source in Mermaid's language
   * @return whether it was written; if not, its source is shown as code
   */
  boolean write(String source, HtmlWriter html);

  /** Draws nothing. */
  static DiagramWriter none() {
    return (source, html) -> false;
  }
}
