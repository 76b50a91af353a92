package dev.platen.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Finds the columns of a table that hold numbers, so that they and their heads align to the right.
 */
final class TableCells {
  private static final String NUMERIC = "num";
  private static final String LONG = "long";
  private static final int LONG_CHARS = 56;
  private static final int MAX_DEPTH = 20;
  private static final Pattern SPAN = Pattern.compile("[1-9]\\d{0,3}");
  private static final Pattern INFINITE = Pattern.compile("[+-]?inf");
  private static final Set<String> BLANKS = Set.of("", "nan", "none", "<na>", "nat", "…", "...");

  private TableCells() {}

  /** Adds classes; tables with merged body cells have no columns to speak of. */
  static void mark(Element table) {
    Map<Element, List<Element>> body = new LinkedHashMap<>();
    List<Element> others = new ArrayList<>();
    for (Element part : table.children()) {
      for (Element row : part.children()) {
        if (part.normalName().equals("tbody") && row.normalName().equals("tr")) {
          body.put(row, row.children());
        } else if (row.normalName().equals("tr")) {
          others.add(row);
        }
      }
    }
    List<Boolean> numeric = new ArrayList<>();
    boolean merged = false;
    for (List<Element> cells : body.values()) {
      merged |= cells.stream().anyMatch(cell -> cell.hasAttr("colspan"));
      read(cells, numeric);
    }
    if (!merged && numeric.contains(true)) {
      others.forEach(row -> mark(row.children(), numeric));
      body.values().forEach(cells -> mark(cells, numeric));
    }
  }

  /** Columns are counted from the right: merged row heads shorten a row on its left only. */
  private static void read(List<Element> cells, List<Boolean> numeric) {
    for (int i = 0; i < cells.size(); i++) {
      Element cell = cells.get(cells.size() - 1 - i);
      if (i == numeric.size()) {
        numeric.add(true);
      }
      boolean data = cell.normalName().equals("td");
      String text = data ? beginning(cell) : "";
      if (text.length() > LONG_CHARS) {
        cell.addClass(LONG);
      }
      if (numeric.get(i) && !(data && isNumeric(text))) {
        numeric.set(i, false);
      }
    }
  }

  /**
   * A cell's text, of which no more is read than tells: cells may hold tables, and these others.
   */
  private static String beginning(Element cell) {
    StringBuilder text = new StringBuilder();
    cell.filter(
        (node, depth) -> {
          if (node instanceof TextNode piece) {
            append(piece.getWholeText(), text);
          }
          boolean enough = text.length() > 2 * LONG_CHARS || depth > MAX_DEPTH;
          return enough ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
        });
    return text.toString();
  }

  /** Appends with one blank for many, and no more than tells. */
  private static void append(String piece, StringBuilder text) {
    boolean blank = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    for (int i = 0; i < piece.length() && text.length() <= 2 * LONG_CHARS; i++) {
      char c = piece.charAt(i) <= ' ' ? ' ' : piece.charAt(i);
      if (!(blank && c == ' ')) {
        text.append(c);
      }
      blank = c == ' ';
    }
  }

  private static void mark(List<Element> cells, List<Boolean> numeric) {
    int column = 0;
    for (int i = cells.size() - 1; i >= 0; i--) {
      if (column < numeric.size() && numeric.get(column)) {
        cells.get(i).addClass(NUMERIC);
      }
      String span = cells.get(i).attr("colspan");
      column += SPAN.matcher(span).matches() ? Integer.parseInt(span) : 1;
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
        return INFINITE.matcher(value).matches();
      }
    }
    return digit;
  }
}
