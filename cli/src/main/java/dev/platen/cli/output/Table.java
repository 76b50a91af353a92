package dev.platen.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text, aligned by two blanks. */
public final class Table {
  private final List<String[]> rows = new ArrayList<>();

  /** A table with a header. */
  public Table(String... header) {
    rows.add(header);
  }

  public void row(String... cells) {
    rows.add(cells);
  }

  /** All rows, each ended by a newline. */
  public String text() {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        char[] gap = new char[widths[i] - row[i].length() + 2];
        Arrays.fill(gap, ' ');
        line.append(row[i]).append(gap);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
