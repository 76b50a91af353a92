package dev.platen.run;

import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a notebook calls itself. */
public final class Title {
  private static final Pattern HEADING = Pattern.compile("(?m)^#\\s+(.+?)\\s*#*$");
  private static final Pattern MARKUP = Pattern.compile("[*_`]|!?\\[([^]]*)]\\([^)]*\\)");

  private Title() {}

  /** {@code metadata.title}, else the first heading of the first level, else the fallback. */
  public static String of(Notebook notebook, String fallback) {
    String title = notebook.metadata().text("title");
    if (!title.isBlank()) {
      return title;
    }
    for (Cell cell : notebook.cells()) {
      Matcher heading = HEADING.matcher(cell.source());
      if (cell.kind() == Cell.Kind.MARKDOWN && heading.find()) {
        return MARKUP.matcher(heading.group(1)).replaceAll("$1");
      }
    }
    return fallback;
  }
}
