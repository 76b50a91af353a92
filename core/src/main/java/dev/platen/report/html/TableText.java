package dev.platen.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A table of others as plain texts, for whoever draws it himself: nothing of its markup is left.
 *
 * @param headRows how many of the first rows are heads
 * @param headColumns how many of the first cells of each other row are heads
 * @param rows texts by row; a cell that spans several has empty ones after or below it
 * @param isCut whether the table has more rows or columns, or a cell more text
 */
public record TableText(int headRows, int headColumns, List<List<String>> rows, boolean isCut) {
  /** How much is taken of a table. */
  public record Most(int rows, int columns, int chars) {}

  private static final int LONGEST_HTML = 2_000_000;

  public TableText {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The first table in the markup; empty if there is none with a cell, or the markup is huge. */
  public static Optional<TableText> first(String markup, Most most) {
    if (markup.length() > LONGEST_HTML || !markup.contains("<table")) {
      return Optional.empty();
    }
    Element table = Jsoup.parseBodyFragment(markup).selectFirst("table");
    return table == null ? Optional.empty() : new Reading(most).read(table);
  }

  /** One table as it is read. */
  private static final class Reading {
    private final Most most;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> covered = new ArrayList<>();
    private int headRows;
    private int headColumns = Integer.MAX_VALUE;
    private boolean isCut;

    Reading(Most most) {
      this.most = most;
    }

    Optional<TableText> read(Element table) {
      for (Element part : table.children()) {
        boolean isHead = part.normalName().equals("thead");
        for (Element row : part.children()) {
          if (row.normalName().equals("tr") && !row.children().isEmpty()) {
            add(row, isHead && headRows == rows.size());
          }
        }
      }
      return rows.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new TableText(
                  headRows, headColumns == Integer.MAX_VALUE ? 0 : headColumns, rows, isCut));
    }

    private void add(Element row, boolean isHead) {
      if (rows.size() == most.rows()) {
        isCut = true;
        return;
      }
      List<String> cells = new ArrayList<>();
      int heads = 0;
      for (Element cell : row.children()) {
        fillCovered(cells);
        if (cells.size() >= most.columns()) {
          isCut = true;
          break;
        }
        if (cell.normalName().equals("th") && heads == cells.size()) {
          heads += span(cell, "colspan");
        }
        add(cell, cells);
      }
      fillCovered(cells);
      rows.add(cells);
      if (isHead) {
        headRows++;
      } else {
        headColumns = Math.min(headColumns, Math.min(heads, cells.size()));
      }
    }

    private void add(Element cell, List<String> cells) {
      int below = span(cell, "rowspan") - 1;
      int wide = span(cell, "colspan");
      for (int i = 0; i < wide && cells.size() < most.columns(); i++) {
        while (covered.size() <= cells.size()) {
          covered.add(0);
        }
        covered.set(cells.size(), below);
        cells.add(i == 0 ? shortened(cell.text()) : "");
      }
    }

    /** Cells of rows above that reach down to here. */
    private void fillCovered(List<String> cells) {
      while (cells.size() < covered.size() && covered.get(cells.size()) > 0) {
        covered.set(cells.size(), covered.get(cells.size()) - 1);
        cells.add("");
      }
    }

    private String shortened(String text) {
      if (text.length() <= most.chars()) {
        return text;
      }
      isCut = true;
      int end = most.chars() - (Character.isHighSurrogate(text.charAt(most.chars() - 1)) ? 1 : 0);
      return text.substring(0, end) + "…";
    }

    private int span(Element cell, String attribute) {
      String text = cell.attr(attribute);
      return text.matches("[1-9]\\d{0,3}")
          ? Math.min(Integer.parseInt(text), Math.max(most.rows(), most.columns()))
          : 1;
    }
  }
}
