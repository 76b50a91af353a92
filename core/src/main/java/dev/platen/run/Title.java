package dev.platen.run;

import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import dev.platen.report.markdown.MarkdownDocument;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a notebook calls itself. */
public final class Title {
  /** Most texts have none, and needn't be parsed. */
  private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#\\s|^ {0,3}=+\\s*$");

  private Title() {}

  /** {@code metadata.title}, else the first heading of the first level, else the fallback. */
  public static String of(Notebook notebook, String fallback) {
    String title = notebook.metadata().text("title");
    if (!title.isBlank()) {
      return title;
    }
    for (Cell cell : notebook.cells()) {
      if (cell.kind() == Cell.Kind.MARKDOWN && HEADING.matcher(cell.source()).find()) {
        Optional<String> heading = MarkdownDocument.parse(cell.source(), "").title();
        if (heading.isPresent()) {
          return heading.get();
        }
      }
    }
    return fallback;
  }
}
