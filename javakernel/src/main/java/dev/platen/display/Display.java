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
  public static Shown html(@Nullable String source) {
    return shown("html", "text/html", source);
  }

  /** An SVG picture. */
  public static Shown svg(@Nullable String source) {
    return shown("svg", "image/svg+xml", source);
  }

  /** Markdown. */
  public static Shown markdown(@Nullable String source) {
    return shown("markdown", "text/markdown", source);
  }

  /** A formula, or text with formulas, in LaTeX. */
  public static Shown latex(@Nullable String source) {
    return shown("latex", "text/latex", source);
  }

  /** JSON. */
  public static Shown json(@Nullable String source) {
    return shown("json", "application/json", source);
  }

  private static Shown shown(String function, String mimeType, @Nullable String source) {
    if (source == null) {
      throw new IllegalArgumentException(function + "(null): there is no text to show");
    }
    return new Shown(mimeType, source);
  }
}
