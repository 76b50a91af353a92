package dev.platen.report.math;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the atoms that begin with a command. */
final class Commands {
  private static final Set<String> WRAPPERS =
      Set.of(
          ("phantom hphantom vphantom smash mathrlap rlap mathllap llap mathclap clap boxed fbox"
                  + " cancel bcancel xcancel sout overline underline underbar ensuremath")
              .split(" ", -1));

  private final Parser parser;
  private final TokenSource source;
  private final Fractions fractions;
  private final Fences fences;
  private final Environments environments;
  private final TextMode text;

  Commands(Parser parser, TokenSource source) {
    this.parser = parser;
    this.source = source;
    this.fences = new Fences(parser, source);
    this.fractions = new Fractions(parser, source, fences);
    this.environments = new Environments(parser, source);
    this.text = new TextMode(parser, source);
  }

  /** The atom of a command that has just been taken. */
  Node read(String name) {
    if (Fences.COMMANDS.contains(name)) {
      return fences.read(name);
    }
    if (WRAPPERS.contains(name)) {
      return wrapped(name);
    }
    return switch (name) {
      case "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "genfrac" ->
          fractions.read(name);
      case "sqrt" -> root();
      case "begin" -> environments.read();
      case "substack" -> environments.substack();
      case "operatorname", "operatornamewithlimits" -> operatorName(name);
      case "not" -> negated(parser.argument());
      case "overset", "stackrel" -> stacked(true);
      case "underset" -> stacked(false);
      case "mathord",
          "mathop",
          "mathbin",
          "mathrel",
          "mathopen",
          "mathclose",
          "mathpunct",
          "mathinner" ->
          classed(name);
      case "textcolor", "colorbox" -> colored(name);
      case "bmod" -> Operator.of("mod", AtomClass.BINARY).as(AtomClass.BINARY);
      case "mod", "pmod", "pod" -> modulo(name);
      case "hspace", "hskip", "kern", "mkern", "mskip", "mspace" -> {
        source.take("*");
        yield new Space(Length.read(source));
      }
      case "ref", "eqref" -> reference(name);
      case "cancelto" -> {
        Node value = parser.argument();
        yield new Scripts(wrapped("cancel"), null, value, Limits.BESIDE);
      }
      default -> listed(name);
    };
  }

  /** The commands that differ by what a table says of them. */
  private Node listed(String name) {
    Alphabet alphabet = Alphabet.of(name);
    if (alphabet != null) {
      return TextMode.startsWith(name) ? text.argument(alphabet) : parser.argument(alphabet);
    }
    Symbol symbol = Symbols.ofCommand(name);
    if (symbol != null) {
      return name.equals("dots")
          ? dots()
          : symbol.isLetter() ? parser.letter(symbol) : symbol.node();
    }
    String space = Length.ofCommand(name);
    if (space != null) {
      return new Space(space);
    }
    Accented.Mark mark = Marks.accent(name);
    if (mark != null) {
      return new Accented(parser.argument(), mark);
    }
    String arrow = Marks.arrow(name);
    if (arrow != null) {
      return labelledArrow(arrow);
    }
    throw new TexException("an unknown command '\\" + name + "'");
  }

  private Node root() {
    Node index = null;
    if (source.take("[")) {
      index = parser.row(Parser.Extent.BRACKETS);
      source.expect("]");
    }
    return new Root(parser.argument(), index);
  }

  /** Raised between operators and relations, on the line elsewhere. */
  private Node dots() {
    Token next = source.peekInk();
    Symbol symbol =
        next.kind() == Token.Kind.COMMAND
            ? Symbols.ofCommand(next.text())
            : next.is("-") ? Symbols.ofCharacter("−") : Symbols.ofCharacter(next.text());
    boolean raised =
        symbol != null
            && switch (symbol.role()) {
              case BINARY, RELATION, LARGE, INTEGRAL -> true;
              default -> false;
            };
    return new Symbol(raised ? "⋯" : "…", Symbol.Role.DOTS).node();
  }

  private Node operatorName(String command) {
    boolean movable = command.equals("operatornamewithlimits") || source.take("*");
    Limits limits = movable ? Limits.MOVABLE : Limits.BESIDE;
    Node name = parser.argument(Alphabet.UPRIGHT);
    String word = word(name);
    return word == null ? new Classed(AtomClass.FUNCTION, name) : new FunctionName(word, limits);
  }

  /** What a name consists of as one text; null if it is more than letters, digits and spaces. */
  private static @Nullable String word(Node name) {
    StringBuilder word = new StringBuilder();
    for (Node part : Row.parts(name)) {
      if (part instanceof Identifier letters) {
        word.append(letters.text());
      } else if (part instanceof NumberLiteral digits) {
        word.append(digits.text());
      } else if (part instanceof Text words) {
        word.append(words.text());
      } else if (part instanceof FunctionName function) {
        word.append(function.text());
      } else if (part instanceof Operator operator) {
        word.append(operator.text().equals("−") ? "-" : operator.text());
      } else if (part instanceof Space) {
        word.append('\u2009');
      } else {
        return null;
      }
    }
    return word.isEmpty() ? null : word.toString();
  }

  /** Struck through; Unicode has a character of its own for most that make sense. */
  private static Node negated(Node node) {
    if (node instanceof Operator operator) {
      return Operator.of(strike(operator.text()), AtomClass.RELATION);
    }
    if (node instanceof Identifier letter) {
      return new Identifier(strike(letter.text()), letter.upright(), false);
    }
    throw new TexException("'\\not' before more than a symbol");
  }

  private static String strike(String text) {
    return Normalizer.normalize(text + '\u0338', Normalizer.Form.NFC);
  }

  private Node stacked(boolean above) {
    Node label = parser.argument();
    Node base = parser.argument();
    return above
        ? new Scripts(base, null, label, Limits.STACKED)
        : new Scripts(base, label, null, Limits.STACKED);
  }

  private Node labelledArrow(String arrow) {
    Node below = null;
    if (source.take("[")) {
      below = padded(parser.row(Parser.Extent.BRACKETS));
      source.expect("]");
    }
    Node base = new Delimiter(arrow, AtomClass.RELATION, "");
    return new Scripts(base, below, padded(parser.argument()), Limits.STACKED);
  }

  /** The arrow grows to its label and this room at both ends. */
  private static Node padded(Node label) {
    List<Node> parts = new ArrayList<>();
    parts.add(new Space("0.6em"));
    parts.addAll(Row.parts(label));
    parts.add(new Space("0.6em"));
    return new Row(parts);
  }

  private Node classed(String name) {
    AtomClass role =
        switch (name) {
          case "mathop" -> AtomClass.FUNCTION;
          case "mathbin" -> AtomClass.BINARY;
          case "mathrel" -> AtomClass.RELATION;
          case "mathopen" -> AtomClass.OPEN;
          case "mathclose" -> AtomClass.CLOSE;
          case "mathpunct" -> AtomClass.PUNCTUATION;
          case "mathinner" -> AtomClass.INNER;
          default -> AtomClass.ORDINARY;
        };
    Node body = parser.argument();
    if (body instanceof Operator operator) {
      return operator.as(role);
    }
    return role == AtomClass.FUNCTION && body instanceof Identifier letters
        ? new FunctionName(letters.text(), Limits.MOVABLE)
        : new Classed(role, body);
  }

  private Node wrapped(String name) {
    boolean words = name.equals("fbox");
    Node body = words ? text.argument(Alphabet.UPRIGHT) : parser.argument();
    return switch (name) {
      case "phantom" -> Wrapped.of("mphantom", body);
      case "hphantom" -> flat(Wrapped.of("mphantom", body));
      case "vphantom" -> Wrapped.of("mpadded", Wrapped.of("mphantom", body), "width", "0");
      case "smash" -> flat(body);
      case "mathrlap", "rlap" -> Wrapped.of("mpadded", body, "width", "0");
      case "boxed", "fbox" -> Wrapped.of("mrow", body, "class", "math-box");
      case "underbar" -> Wrapped.of("mrow", body, "class", "math-underline");
      case "cancel", "bcancel", "xcancel", "sout", "overline", "underline" ->
          Wrapped.of("mrow", body, "class", "math-" + name);
      default -> body;
    };
  }

  private static Node flat(Node body) {
    return Wrapped.of("mpadded", body, "height", "0", "depth", "0");
  }

  private Node colored(String name) {
    String color = Colors.read(source);
    return name.equals("textcolor")
        ? Wrapped.of("mrow", parser.argument(), "mathcolor", color)
        : Wrapped.of("mrow", text.argument(Alphabet.UPRIGHT), "mathbackground", color);
  }

  private Node modulo(String name) {
    List<Node> parts = new ArrayList<>();
    parts.add(new Space(name.equals("mod") ? "0.6667em" : "0.4444em"));
    if (!name.equals("mod")) {
      parts.add(Operator.delimiter("(", AtomClass.OPEN));
    }
    if (!name.equals("pod")) {
      parts.add(new Identifier("mod", true, false));
      parts.add(new Space("0.3333em"));
    }
    parts.add(parser.argument());
    if (!name.equals("mod")) {
      parts.add(Operator.delimiter(")", AtomClass.CLOSE));
    }
    return new Row(parts);
  }

  /** Nothing knows the equation's number here: its name is shown, as no link. */
  private Node reference(String name) {
    String label = source.word();
    return new Text(name.equals("eqref") ? "(" + label + ")" : label);
  }
}
