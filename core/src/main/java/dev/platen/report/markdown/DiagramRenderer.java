package dev.platen.report.markdown;

import dev.platen.report.html.TrustedHtml;
import java.util.Optional;

/** Draws what fences of {@code mermaid} hold, as JupyterLab and GitHub do. */
@FunctionalInterface
public interface DiagramRenderer {

  /**
   * Renders one diagram.
   *
   * @param source in Mermaid's language
   * @return empty if it can't be drawn: then its source is shown as code
   */
  Optional<TrustedHtml> render(String source);

  /** Draws nothing. */
  static DiagramRenderer none() {
    return source -> Optional.empty();
  }
}
