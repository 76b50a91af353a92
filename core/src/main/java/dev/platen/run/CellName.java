package dev.platen.run;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.notebook.Cell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a person calls a cell, looked for in this order: its number, from 1 and with text cells
 * counted; its id; a tag, which stands for all cells from the first to the last that have it; the
 * text of a heading, which stands for its section: up to the next heading as high or higher.
 *
 * @param first 0-based index
 * @param last 0-based index, that cell included
 */
record CellName(int first, int last) {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern HEADING = Pattern.compile("(?m)^(#{1,6})[ \t]+(.*?)[ \t#]*$");
  private static final Pattern FENCE = Pattern.compile("(?ms)^(```|~~~).*?^\\1[^\n]*$");

  /**
   * The cells of that name.
   *
   * @param notebookName for the fault
   * @throws Fault {@code USAGE} if there are none
   */
  static CellName find(String name, Notebook notebook, String notebookName) {
    List<Cell> cells = notebook.cells();
    return number(name, cells.size())
        .or(() -> ofAll(cells, cell -> cell.id().equals(name)))
        .or(() -> ofAll(cells, cell -> cell.hasTag(name)))
        .or(() -> section(name, cells))
        .orElseThrow(
            () ->
                Fault.of(FaultKind.USAGE, "no cell is called '" + name + "'")
                    .where(notebookName)
                    .found(cells.size() + " cells; none has this number, id, tag or heading")
                    .mend(
                        "give a number from 1 to " + cells.size() + ", or an id, tag or heading"));
  }

  private static Optional<CellName> number(String name, int count) {
    if (!NUMBER.matcher(name).matches() || Integer.parseInt(name) > count) {
      return Optional.empty();
    }
    int index = Integer.parseInt(name) - 1;
    return Optional.of(new CellName(index, index));
  }

  private static Optional<CellName> ofAll(List<Cell> cells, Predicate<Cell> isMeant) {
    int[] found =
        IntStream.range(0, cells.size()).filter(i -> isMeant.test(cells.get(i))).toArray();
    return found.length == 0
        ? Optional.empty()
        : Optional.of(new CellName(found[0], found[found.length - 1]));
  }

  private static Optional<CellName> section(String text, List<Cell> cells) {
    String wanted = text.replaceFirst("^#+\\s+", "").strip();
    for (int i = 0; i < cells.size(); i++) {
      Matcher heading = headings(cells.get(i));
      while (heading.find()) {
        if (heading.group(2).strip().equalsIgnoreCase(wanted)) {
          return Optional.of(new CellName(i, end(i, heading.group(1).length(), cells)));
        }
      }
    }
    return Optional.empty();
  }

  private static int end(int start, int level, List<Cell> cells) {
    for (int i = start + 1; i < cells.size(); i++) {
      Matcher heading = headings(cells.get(i));
      while (heading.find()) {
        if (heading.group(1).length() <= level) {
          return i - 1;
        }
      }
    }
    return cells.size() - 1;
  }

  private static Matcher headings(Cell cell) {
    String text = cell instanceof MarkdownCell ? FENCE.matcher(cell.source()).replaceAll("") : "";
    return HEADING.matcher(text);
  }
}
