package dev.platen.report.math;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows, groups, single atoms and their scripts; leaves commands, environments and text to its
 * helpers, which call back.
 */
final class Parser {
  /**
   * How deep rows and arguments may nest: far from what people write, and from the end of the
   * stack.
   */
  static final int DEEPEST = 100;

  /** Where a row begins and ends. */
  enum Extent {
    GROUP,
    /** Ends at a closing bracket. */
    BRACKETS,
    /** Begins with an operand before it, in the same line of aligned equations. */
    CONTINUED
  }

  private final TokenSource source;
  private final Declarations declarations;
  private final Commands commands;
  private Alphabet alphabet = Alphabet.USUAL;
  private @Nullable Node tag;
  private int depth;

  Parser(TokenSource source, Macros macros) {
    this.source = source;
    this.declarations = new Declarations(this, source, new Definitions(source, macros));
    this.commands = new Commands(this, source);
  }

  /** The whole formula. Lines outside of an environment stand below each other. */
  Node formula() {
    List<Table.Line> lines = new ArrayList<>();
    Node body = row(Extent.GROUP);
    while (source.peekInk().isCommand("\\")) {
      Environments.lineBreak(source);
      lines.add(new Table.Line(List.of(body), takeTag(), false, false));
      body = row(Extent.GROUP);
    }
    Token end = source.nextInk();
    if (end.kind() != Token.Kind.END) {
      throw new TexException("'" + end.text() + "' where nothing opened");
    }
    if (lines.isEmpty() && tag == null) {
      return body;
    }
    lines.add(new Table.Line(List.of(body), takeTag(), false, false));
    return new Table(lines, Columns.of("c"), Table.Look.EQUATIONS);
  }

  /** Everything up to what ends the row, which stays. Font changes end with it. */
  Node row(Extent extent) {
    return nested(() -> in(alphabet, () -> readRow(extent)));
  }

  private Node readRow(Extent extent) {
    RowBuilder row = new RowBuilder(extent == Extent.CONTINUED);
    for (Token token = source.peekInk(); !ends(token, extent); token = source.peekInk()) {
      if (token.kind() == Token.Kind.COMMAND && declarations.accept(token.text(), row, extent)) {
        continue;
      }
      row.add(scripts(atom(false)));
    }
    return row.build();
  }

  /** A group, or the single atom that stands for it. */
  Node argument() {
    return nested(() -> atom(true));
  }

  /** An argument in another alphabet. */
  Node argument(Alphabet chosen) {
    return in(chosen, this::argument);
  }

  /** What is read while another alphabet holds. */
  <T> T in(Alphabet chosen, Supplier<T> reading) {
    Alphabet outer = alphabet;
    alphabet = chosen;
    T read = reading.get();
    alphabet = outer;
    return read;
  }

  /** Chooses an alphabet for the rest of the row. */
  void choose(Alphabet chosen) {
    alphabet = chosen;
  }

  void tag(Node number) {
    tag = number;
  }

  /** The number given to the equation since the last call, if any. */
  @Nullable Node takeTag() {
    Node taken = tag;
    tag = null;
    return taken;
  }

  /** A letter or letter-like sign in the alphabet that holds. */
  Node letter(Symbol symbol) {
    boolean upright = alphabet == Alphabet.UPRIGHT;
    boolean joins = alphabet.formsWords();
    return new Identifier(
        alphabet.map(symbol.text()), upright || symbol.role() == Symbol.Role.SIGN, joins);
  }

  /** Everything that can contain itself is read through here. */
  <T> T nested(Supplier<T> reading) {
    if (depth == DEEPEST) {
      throw new TexException("more than " + DEEPEST + " levels");
    }
    depth++;
    T read = reading.get();
    depth--;
    return read;
  }

  private static boolean ends(Token token, Extent extent) {
    return switch (token.kind()) {
      case END -> true;
      case COMMAND ->
          switch (token.text()) {
            case "\\", "cr", "newline", "right", "end" -> true;
            default -> false;
          };
      case CHARACTER ->
          switch (token.text()) {
            case "}", "&", "$" -> true;
            case "]" -> extent == Extent.BRACKETS;
            default -> false;
          };
      case SPACE, PARAMETER -> false;
    };
  }

  /**
   * Reads one atom without its scripts.
   *
   * @param single whether of a number only the first digit belongs to it, as in {@code x^12}
   */
  private Node atom(boolean single) {
    Token token = source.peekInk();
    if (token.kind() == Token.Kind.CHARACTER) {
      return switch (token.text()) {
        case "{" -> single ? group() : ordinary(group());
        // Scripts without a base: they get an empty one.
        case "^", "_", "'" -> Row.EMPTY;
        case "}", "]", "&", "$", "#" -> stray(token, single);
        default -> character(source.nextInk(), single);
      };
    }
    if (token.kind() != Token.Kind.COMMAND || ends(token, Extent.GROUP)) {
      throw new TexException("something is missing before '" + token.text() + "'");
    }
    return commands.read(source.nextInk().text());
  }

  private Node stray(Token token, boolean single) {
    if (!token.is("]")) {
      throw new TexException("'" + token.text() + "' where it means nothing");
    }
    return character(source.nextInk(), single);
  }

  private Node group() {
    source.expect("{");
    Node body = row(Extent.GROUP);
    source.expect("}");
    return body;
  }

  /** A group among other atoms is an ordinary one, even if it is a lone operator. */
  private static Node ordinary(Node group) {
    return group instanceof Operator operator && operator.atomClass() != AtomClass.LARGE
        ? operator.as(AtomClass.ORDINARY)
        : group;
  }

  private Node character(Token token, boolean single) {
    String text = token.text();
    if (token.isDigit() || (text.equals(".") && !single && source.peek().isDigit())) {
      return new NumberLiteral(alphabet.map(single ? text : number(text)));
    }
    Symbol symbol =
        switch (text) {
          case "-" -> Symbols.ofCharacter("−");
          case "*" -> Symbols.ofCharacter("∗");
          default -> Symbols.ofCharacter(text);
        };
    if (text.equals("~")) {
      return new Space("0.3333em");
    }
    if (symbol == null) {
      return letter(new Symbol(text, Symbol.Role.LETTER));
    }
    return symbol.isLetter() ? letter(symbol) : symbol.node();
  }

  private String number(String first) {
    StringBuilder digits = new StringBuilder(first);
    boolean whole = !first.equals(".");
    while (true) {
      Token token = source.peek();
      if (token.isDigit()) {
        digits.append(source.next().text());
      } else if (whole && token.is(".")) {
        source.next();
        if (!source.peek().isDigit()) {
          source.putBack(token);
          return digits.toString();
        }
        digits.append('.');
        whole = false;
      } else {
        return digits.toString();
      }
    }
  }

  /** The atom with the scripts that follow it, in any order; primes go before a superscript. */
  private Node scripts(Node base) {
    Limits limits = base.limits();
    Node sub = null;
    Node sup = null;
    int primes = 0;
    while (true) {
      Token token = source.peekInk();
      if (token.is("_") && sub == null) {
        source.nextInk();
        sub = argument();
      } else if (token.is("^") && sup == null) {
        source.nextInk();
        sup = argument();
      } else if (token.is("'")) {
        source.nextInk();
        primes++;
      } else if (token.is("_") || token.is("^")) {
        throw new TexException("a second '" + token.text() + "' on the same base");
      } else if (token.isCommand("limits") || token.isCommand("nolimits")) {
        limits = token.isCommand("limits") ? Limits.STACKED : Limits.BESIDE;
        source.nextInk();
      } else {
        break;
      }
    }
    if (sup != null && Primes.count(sup) > 0) {
      primes += Primes.count(sup);
      sup = null;
    }
    Node marked = base;
    if (primes > 0 && sub == null) {
      marked = new Row(List.of(base, Primes.of(primes)));
    } else if (primes > 0) {
      sup = sup == null ? Primes.of(primes) : new Row(List.of(Primes.of(primes), sup));
    }
    return sub == null && sup == null ? marked : new Scripts(marked, sub, sup, limits);
  }
}
