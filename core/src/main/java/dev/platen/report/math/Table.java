package dev.platen.report.math;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Cells in rows and columns: a matrix, cases, aligned equations. */
record Table(List<Line> lines, Columns columns, Look look) implements Node {

  /** One row of the table; its tag is the equation's number. */
  record Line(List<Node> cells, @Nullable Node tag, boolean ruleAbove, boolean ruleBelow) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  /** What the style sheet gives a table. */
  enum Look {
    MATRIX("math-matrix"),
    ARRAY(""),
    SMALL("math-small"),
    CASES("math-cases"),
    DISPLAY_CASES("math-cases"),
    /** Equations below each other, in display style, the columns joined in pairs. */
    EQUATIONS("math-equations");

    private final String css;

    Look(String css) {
      this.css = css;
    }

    boolean isDisplay() {
      return this == EQUATIONS || this == DISPLAY_CASES;
    }
  }

  Table {
    lines = List.copyOf(lines);
  }

  @Override
  public void write(Markup out) {
    boolean tagged = lines.stream().anyMatch(line -> line.tag() != null);
    StringJoiner css = new StringJoiner(" ");
    css.add(look.css);
    if (tagged) {
      css.add("math-tagged");
    }
    String display = look.isDisplay() ? "true" : "";
    out.open("mtable", "class", css.toString(), "displaystyle", display);
    int width = lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    for (Line line : lines) {
      out.open("mtr");
      if (tagged) {
        out.empty("mtd", "class", "math-side");
      }
      for (int i = 0; i < line.cells().size(); i++) {
        out.open("mtd", "class", css(line, i, width));
        Row.writeParts(line.cells().get(i), out);
        out.close("mtd");
      }
      if (tagged) {
        writeTag(line, width, out);
      }
      out.close("mtr");
    }
    out.close("mtable");
  }

  /** The margins at both sides are equal, so that the equations stay in the middle. */
  private static void writeTag(Line line, int width, Markup out) {
    for (int i = line.cells().size(); i < width; i++) {
      out.empty("mtd");
    }
    out.open("mtd", "class", "math-side math-right");
    if (line.tag() != null) {
      line.tag().write(out);
    }
    out.close("mtd");
  }

  private String css(Line line, int column, int width) {
    StringJoiner css = new StringJoiner(" ");
    addIf(!columns.alignment(column).isEmpty(), columns.alignment(column), css);
    boolean pairBegins = column > 0 && column % columns.pattern().length() == 0;
    addIf(look == Look.EQUATIONS && pairBegins, "math-gap", css);
    addIf(columns.rules().contains(column), "math-rule-left", css);
    addIf(column + 1 == width && columns.rules().contains(width), "math-rule-right", css);
    addIf(line.ruleAbove(), "math-rule-top", css);
    addIf(line.ruleBelow(), "math-rule-bottom", css);
    return css.toString();
  }

  private static void addIf(boolean condition, String name, StringJoiner css) {
    if (condition) {
      css.add(name);
    }
  }
}
