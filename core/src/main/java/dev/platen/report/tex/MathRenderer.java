package dev.platen.report.tex;

import dev.platen.report.html.TrustedHtml;
import java.util.Optional;

/** Turns TeX mathematics into markup. */
@FunctionalInterface
public interface MathRenderer {

  /**
   * Renders one formula.
   *
   * @param tex without the delimiters around it
   * @param display whether it stands by itself rather than in a line of text
   * @return a {@code math} element, or empty if the formula isn't understood
   */
  Optional<TrustedHtml> render(String tex, boolean display);

  /** Understands nothing: every formula is shown as its source. */
  static MathRenderer none() {
    return (tex, display) -> Optional.empty();
  }
}
