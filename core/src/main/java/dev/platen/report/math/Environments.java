package dev.platen.report.math;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands between {@code \begin} and {@code \end}, and other lines of cells. */
final class Environments {
  private final Parser parser;
  private final TokenSource source;

  Environments(Parser parser, TokenSource source) {
    this.parser = parser;
    this.source = source;
  }

  /** An environment, its {@code \begin} already taken. */
  Node read() {
    String name = source.word();
    Node body = read(name);
    if (!source.nextInk().isCommand("end") || !source.word().equals(name)) {
      throw new TexException("'" + name + "' does not end");
    }
    return body;
  }

  private Node read(String name) {
    return switch (name) {
      case "matrix",
          "pmatrix",
          "bmatrix",
          "Bmatrix",
          "vmatrix",
          "Vmatrix",
          "matrix*",
          "pmatrix*",
          "bmatrix*",
          "Bmatrix*",
          "vmatrix*",
          "Vmatrix*" ->
          matrix(name);
      case "smallmatrix", "subarray" -> small(name);
      case "array" -> {
        Columns columns = Columns.parse(source.word());
        yield table(columns, Table.Look.ARRAY);
      }
      case "cases" -> new Fenced("{", table(Columns.of("l"), Table.Look.CASES), "");
      case "dcases" -> new Fenced("{", table(Columns.of("l"), Table.Look.DISPLAY_CASES), "");
      case "rcases" -> new Fenced("", table(Columns.of("l"), Table.Look.CASES), "}");
      case "drcases" -> new Fenced("", table(Columns.of("l"), Table.Look.DISPLAY_CASES), "}");
      case "align", "align*", "aligned", "split", "flalign", "flalign*" -> aligned();
      case "alignat", "alignat*", "alignedat" -> {
        source.word();
        yield aligned();
      }
      case "eqnarray", "eqnarray*" -> threeColumns();
      case "gather", "gather*", "gathered", "multline", "multline*" -> gathered();
      case "equation", "equation*", "displaymath", "math" -> equation();
      default -> throw new TexException("an environment '" + name + "'");
    };
  }

  private Node matrix(String name) {
    String pattern = "c";
    if (name.endsWith("*")) {
      pattern = source.rawOption().map(TokenSource::wordOf).orElse(pattern);
    }
    Table table = table(Columns.parse(pattern), Table.Look.MATRIX);
    return switch (name.charAt(0)) {
      case 'p' -> new Fenced("(", table, ")");
      case 'b' -> new Fenced("[", table, "]");
      case 'B' -> new Fenced("{", table, "}");
      case 'v' -> new Fenced("|", table, "|");
      case 'V' -> new Fenced("‖", table, "‖");
      default -> table;
    };
  }

  private Node small(String name) {
    Columns columns = name.equals("subarray") ? Columns.parse(source.word()) : Columns.of("c");
    Table table = table(columns, Table.Look.SMALL);
    return name.equals("subarray") ? table : Wrapped.style(false, 1, table);
  }

  private Node aligned() {
    position();
    return table(Columns.of("rl"), Table.Look.EQUATIONS);
  }

  /** Relation and right side in one cell, where the browser sees what is to be spaced. */
  private Node threeColumns() {
    List<Table.Line> joined = new ArrayList<>();
    for (Table.Line line : table(Columns.of("rcl"), Table.Look.EQUATIONS).lines()) {
      List<Node> rest = new ArrayList<>();
      line.cells().stream().skip(1).map(Row::parts).forEach(rest::addAll);
      List<Node> cells = List.of(line.cells().get(0), new Row(rest));
      joined.add(new Table.Line(cells, line.tag(), line.ruleAbove(), line.ruleBelow()));
    }
    return new Table(joined, Columns.of("rl"), Table.Look.EQUATIONS);
  }

  private Node gathered() {
    position();
    return table(Columns.of("c"), Table.Look.EQUATIONS);
  }

  /** The {@code [t]} of an environment among other things: the browser centres it as it is. */
  private void position() {
    source.rawOption();
  }

  /** A single equation is no table; its tag is the whole formula's. */
  private Node equation() {
    Node body = parser.row(Parser.Extent.GROUP);
    if (source.peekInk().isCommand("\\")) {
      throw new TexException("a second line in a single equation");
    }
    return Wrapped.style(true, 0, body);
  }

  /** Lines of one column in a group, as in {@code \substack}. */
  Node substack() {
    source.expect("{");
    Table table = table(Columns.of("c"), Table.Look.SMALL);
    source.expect("}");
    return table;
  }

  private Table table(Columns columns, Table.Look look) {
    return new Table(parser.nested(() -> lines(columns, look)), columns, look);
  }

  private List<Table.Line> lines(Columns columns, Table.Look look) {
    List<Table.Line> lines = new ArrayList<>();
    do {
      boolean ruled = rules();
      if (ends() && !lines.isEmpty()) {
        Table.Line last = lines.remove(lines.size() - 1);
        lines.add(new Table.Line(last.cells(), last.tag(), last.ruleAbove(), ruled));
      } else {
        List<Node> cells = cells(columns, look);
        lines.add(new Table.Line(cells, tag(look), ruled, false));
      }
    } while (lineBreak(source));
    return lines;
  }

  private @Nullable Node tag(Table.Look look) {
    return look == Table.Look.EQUATIONS ? parser.takeTag() : null;
  }

  private List<Node> cells(Columns columns, Table.Look look) {
    List<Node> cells = new ArrayList<>();
    do {
      boolean first = cells.size() % columns.pattern().length() == 0;
      boolean continued = look == Table.Look.EQUATIONS && !first;
      cells.add(parser.row(continued ? Parser.Extent.CONTINUED : Parser.Extent.GROUP));
    } while (source.take("&"));
    return cells;
  }

  private boolean ends() {
    Token token = source.peekInk();
    return token.isCommand("end") || token.is("}");
  }

  /** Takes horizontal rules. */
  private boolean rules() {
    boolean ruled = false;
    while (true) {
      Token token = source.peekInk();
      if (token.isCommand("hline") || token.isCommand("hdashline")) {
        source.next();
        ruled = true;
      } else if (token.isCommand("cline")) {
        source.next();
        source.word();
      } else {
        return ruled;
      }
    }
  }

  /** Takes the end of a line, with the star or the extra space that may follow it at once. */
  static boolean lineBreak(TokenSource source) {
    Token token = source.peekInk();
    if (!token.isCommand("\\") && !token.isCommand("cr") && !token.isCommand("newline")) {
      return false;
    }
    source.next();
    if (source.peek().is("*")) {
      source.next();
    }
    if (source.peek().is("[")) {
      // Anything else than a length would be the next row's, and lost.
      source.rawOption().ifPresent(gap -> Length.parse(TokenSource.wordOf(gap)));
    }
    return true;
  }
}
