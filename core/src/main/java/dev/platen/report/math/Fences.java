package dev.platen.report.math;

import java.util.List;
import java.util.Set;

/** Reads delimiters that grow, and those with a size of their own. */
final class Fences {
  static final Set<String> COMMANDS =
      Set.of(
          ("left middle big bigl bigr bigm Big Bigl Bigr Bigm bigg biggl biggr biggm"
                  + " Bigg Biggl Biggr Biggm bra ket braket")
              .split(" ", -1));

  private final Parser parser;
  private final TokenSource source;

  Fences(Parser parser, TokenSource source) {
    this.parser = parser;
    this.source = source;
  }

  Node read(String command) {
    return switch (command) {
      case "left" -> fenced();
      case "middle" -> new Delimiter(delimiter(source.nextInk()), AtomClass.ORDINARY, "");
      case "bra" -> new Fenced("⟨", parser.argument(), "|");
      case "ket" -> new Fenced("|", parser.argument(), "⟩");
      case "braket" -> new Fenced("⟨", parser.argument(), "⟩");
      default -> sized(command);
    };
  }

  /** A delimiter as an argument, which may be empty. */
  String argument() {
    List<Token> tokens = source.rawArgument();
    if (tokens.size() > 1) {
      throw new TexException("more than one delimiter");
    }
    return tokens.isEmpty() ? "" : delimiter(tokens.get(0));
  }

  private Node fenced() {
    String open = delimiter(source.nextInk());
    Node body = parser.row(Parser.Extent.GROUP);
    if (!source.nextInk().isCommand("right")) {
      throw new TexException("'\\left' without '\\right'");
    }
    return new Fenced(open, body, delimiter(source.nextInk()));
  }

  private Node sized(String command) {
    String size =
        switch (command.substring(0, command.startsWith("gg", 2) ? 4 : 3)) {
          case "big" -> "1.2em";
          case "Big" -> "1.8em";
          case "bigg" -> "2.4em";
          default -> "3em";
        };
    AtomClass role =
        switch (command.charAt(command.length() - 1)) {
          case 'l' -> AtomClass.OPEN;
          case 'r' -> AtomClass.CLOSE;
          case 'm' -> AtomClass.RELATION;
          default -> AtomClass.ORDINARY;
        };
    return new Delimiter(delimiter(source.nextInk()), role, size);
  }

  /** The delimiter's character; empty for the invisible one. */
  private static String delimiter(Token token) {
    if (token.is(".")) {
      return "";
    }
    Symbol symbol =
        token.kind() == Token.Kind.COMMAND
            ? Symbols.ofCommand(token.text())
            : Symbols.ofCharacter(token.text());
    if (symbol == null) {
      throw new TexException("a delimiter '" + token.text() + "'");
    }
    String text = symbol.text();
    return switch (symbol.role()) {
      case OPEN, CLOSE, BARE -> text;
      default ->
          switch (text) {
            case "<" -> "⟨";
            case ">" -> "⟩";
            case "∣" -> "|";
            case "∥" -> "‖";
            case "↑", "↓", "↕", "⇑", "⇓", "⇕" -> text;
            default -> throw new TexException("a delimiter '" + text + "'");
          };
    };
  }
}
