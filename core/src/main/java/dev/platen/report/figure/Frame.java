package dev.platen.report.figure;

import java.util.List;
import java.util.Set;

/**
 * It is drawn in a frame of its own.
 *
 * @param words what it is, such as {@code an interactive Plotly figure}
 * @param type the MIME type that holds it
 * @param covers other types that are the same again
 * @param draws the function that draws it; {@link #PAGE} for HTML, which draws itself
 * @param mode a word more for that function, or ""
 * @param libraries in the order in which they run
 * @param scripts that are in the data
 * @param data JSON, a diagram's source, or HTML
 * @param whole whether the data is what the notebook has, for the reader to save
 */
public record Frame(
    String words,
    String type,
    Set<String> covers,
    String draws,
    String mode,
    Set<FigureLibrary> libraries,
    List<InlineScript> scripts,
    String data,
    boolean whole)
    implements Drawing {
  static final String PAGE = "page";

  /** A figure that a library draws from data. */
  static Frame of(String words, String type, FigureLibrary library, String mode, String data) {
    return new Frame(
        words,
        type,
        Set.of("text/html"),
        library.fileName(),
        mode,
        Set.of(library),
        List.of(),
        data,
        true);
  }

  /** Whether another representation says no more than this one. */
  public boolean holds(String other) {
    return other.equals(type) || covers.contains(other);
  }

  /** Characters that it holds. */
  int size() {
    return data.length() + scripts.stream().mapToInt(script -> script.text().length()).sum();
  }
}
