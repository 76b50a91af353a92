package dev.platen.display;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Imported, all of it, in every Java notebook. */
public final class Display {
  /** The system property, an object, with which the kernel takes what is displayed. */
  public static final String SINK = "dev.platen.display";

  private Display() {}

  /**
   * Shows a value under the cell that runs: an image, a chart, a table (a collection or an array of
   * records or of maps), what {@link #html} and its kin make of a text, or else its text.
   *
   * @throws IllegalStateException outside a notebook
   */
  @SuppressWarnings("unchecked") // only the kernel puts it there
  public static void display(@Nullable Object value) {
    if (System.getProperties().get(SINK) instanceof Consumer<?> sink) {
      ((Consumer<@Nullable Object>) sink).accept(value);
    } else {
      throw new IllegalStateException("display works in a notebook only");
    }
  }

  /** HTML. */
  public static Shown html(String source) {
    return new Shown("text/html", source);
  }

  /** An SVG picture. */
  public static Shown svg(String source) {
    return new Shown("image/svg+xml", source);
  }

  /** Markdown. */
  public static Shown markdown(String source) {
    return new Shown("text/markdown", source);
  }

  /** A formula, or text with formulas, in LaTeX. */
  public static Shown latex(String source) {
    return new Shown("text/latex", source);
  }

  /** JSON. */
  public static Shown json(String source) {
    return new Shown("application/json", source);
  }
}
