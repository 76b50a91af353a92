package dev.platen.report.math;

import java.util.ArrayList;
import java.util.List;

/** Reads words among mathematics, and mathematics among the words. */
final class TextMode {
  private static final char NO_BREAK_SPACE = '\u00a0';

  private final Parser parser;
  private final TokenSource source;

  TextMode(Parser parser, TokenSource source) {
    this.parser = parser;
    this.source = source;
  }

  /** Whether a command's argument is text. */
  static boolean startsWith(String command) {
    return switch (command) {
      case "mbox", "hbox", "emph" -> true;
      default -> command.startsWith("text") && Alphabet.of(command) != null;
    };
  }

  /** An argument that is text. */
  Node argument(Alphabet alphabet) {
    source.expect("{");
    return parser.nested(() -> new Words(alphabet).read());
  }

  /** An equation's number; in parentheses, unless a star comes first. */
  Node tag() {
    if (source.take("*")) {
      return argument(Alphabet.UPRIGHT);
    }
    Node number = argument(Alphabet.UPRIGHT);
    return new Row(List.of(new Text("("), number, new Text(")")));
  }

  /** Collects one argument. */
  private final class Words {
    private final Alphabet alphabet;
    private final List<Node> parts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int open;

    Words(Alphabet alphabet) {
      this.alphabet = alphabet;
    }

    Node read() {
      while (true) {
        Token token = source.next();
        switch (token.kind()) {
          case END, PARAMETER -> throw new TexException("text without an end");
          case SPACE -> words.append(NO_BREAK_SPACE);
          case COMMAND -> command(token.text());
          case CHARACTER -> {
            if (token.is("}") && open == 0) {
              flush();
              return Row.of(parts);
            }
            character(token.text());
          }
        }
      }
    }

    private void character(String text) {
      switch (text) {
        case "{" -> open++;
        case "}" -> open--;
        case "~" -> words.append(NO_BREAK_SPACE);
        case "`" -> words.append('‘');
        case "'" -> words.append('’');
        case "$" -> {
          add(parser.in(Alphabet.USUAL, () -> parser.row(Parser.Extent.GROUP)));
          source.expect("$");
        }
        default -> words.append(alphabet.map(text));
      }
    }

    private void command(String name) {
      String space = Length.ofCommand(name);
      Symbol symbol = Symbols.ofCommand(name);
      Alphabet inner = Alphabet.of(name);
      if (name.equals(" ")) {
        words.append(NO_BREAK_SPACE);
      } else if (space != null) {
        add(new Space(space));
      } else if (inner != null && startsWith(name)) {
        add(argument(inner));
      } else if (symbol != null) {
        words.append(symbol.text());
      } else {
        throw new TexException("'\\" + name + "' in text");
      }
    }

    private void add(Node part) {
      flush();
      parts.add(part);
    }

    private void flush() {
      if (!words.isEmpty()) {
        parts.add(new Text(words.toString()));
        words.setLength(0);
      }
    }
  }
}
