package dev.platen.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the columns of a table that hold numbers, so that they and their heads align to the right.
 */
final class TableCells {
  private static final String NUMERIC = "num";
  private static final String LONG = "long";
  private static final int LONG_CHARS = 56;
  private static final Set<String> BLANKS = Set.of("", "nan", "none", "<na>", "nat", "…", "...");

  private TableCells() {}

  /** Adds classes; tables with merged body cells have no columns to speak of. */
  static void mark(Element table) {
    for (Element cell : table.select("td")) {
      if (cell.text().length() > LONG_CHARS) {
        cell.addClass(LONG);
      }
    }
    markNumeric(table);
  }

  private static void markNumeric(Element table) {
    List<Element> rows = table.select("tbody > tr");
    if (rows.isEmpty() || !table.select("tbody > tr > [colspan]").isEmpty()) {
      return;
    }
    // Columns are counted from the right: merged row heads shorten a row on its left only.
    List<Boolean> numeric = new ArrayList<>();
    for (Element row : rows) {
      List<Element> cells = row.children();
      for (int i = 0; i < cells.size(); i++) {
        Element cell = cells.get(cells.size() - 1 - i);
        if (i == numeric.size()) {
          numeric.add(true);
        }
        if (!cell.normalName().equals("td") || !isNumeric(cell.text())) {
          numeric.set(i, false);
        }
      }
    }
    for (Element row : table.select("> thead > tr, > tbody > tr, > tfoot > tr")) {
      mark(row, numeric);
    }
  }

  private static void mark(Element row, List<Boolean> numeric) {
    int column = 0;
    List<Element> cells = row.children();
    for (int i = cells.size() - 1; i >= 0; i--) {
      if (column < numeric.size() && numeric.get(column)) {
        cells.get(i).addClass(NUMERIC);
      }
      String span = cells.get(i).attr("colspan");
      column += span.matches("[1-9]\\d{0,3}") ? Integer.parseInt(span) : 1;
    }
  }

  private static boolean isNumeric(String text) {
    String value = text.strip();
    if (BLANKS.contains(value.toLowerCase(Locale.ROOT))) {
      return true;
    }
    boolean digit = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digit |= c >= '0' && c <= '9';
      if (!(c >= '0' && c <= '9') && "+-−.,eE%$€£ ()±".indexOf(c) < 0) {
        return value.matches("[+-]?inf");
      }
    }
    return digit;
  }
}
