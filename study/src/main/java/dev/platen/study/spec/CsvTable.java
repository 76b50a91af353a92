package dev.platen.study.spec;

import dev.platen.parameter.read.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as a table: lines of cells with commas between them. A cell in double quotes may hold
 * commas, line breaks, and doubled quotes. Lines with nothing on them are left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
record CsvTable(List<List<Cell>> lines) {
  /** A cell's content without its quotes, and where it begins. */
  record Cell(Place place, String text) {}

  /** Reads a whole text. A quote that is never closed reaches to its end. */
  static CsvTable read(String text) {
    List<List<Cell>> lines = new ArrayList<>();
    Cursor cursor = new Cursor(text.startsWith("\ufeff") ? text.substring(1) : text);
    while (!cursor.isAtEnd()) {
      List<Cell> line = cursor.line();
      if (line.size() > 1 || !line.get(0).text().isBlank()) {
        lines.add(line);
      }
    }
    return new CsvTable(lines);
  }

  private static final class Cursor {
    private static final char NONE = '\0';

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Cursor(String text) {
      this.text = text;
    }

    boolean isAtEnd() {
      return at >= text.length();
    }

    private char current() {
      return isAtEnd() ? NONE : text.charAt(at);
    }

    List<Cell> line() {
      List<Cell> cells = new ArrayList<>();
      cells.add(cell());
      while (current() == ',') {
        at++;
        cells.add(cell());
      }
      newLine();
      return cells;
    }

    private Cell cell() {
      Place place = new Place(line, text.codePointCount(lineStart, at) + 1);
      StringBuilder content = new StringBuilder();
      if (current() == '"') {
        at++;
        quoted(content);
      }
      while (!isAtEnd() && current() != ',' && current() != '\n' && current() != '\r') {
        content.append(text.charAt(at++));
      }
      return new Cell(place, content.toString());
    }

    private void quoted(StringBuilder content) {
      while (!isAtEnd()) {
        if (current() == '"') {
          at++;
          if (current() != '"') {
            return;
          }
        }
        if (current() == '\n') {
          content.append('\n');
          newLine();
        } else {
          content.append(text.charAt(at++));
        }
      }
    }

    private void newLine() {
      if (current() == '\r') {
        at++;
      }
      if (current() == '\n') {
        at++;
      }
      line++;
      lineStart = at;
    }
  }
}
