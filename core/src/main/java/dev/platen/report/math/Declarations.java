package dev.platen.report.math;

import org.jspecify.annotations.Nullable;

/**
 * The commands that are no atoms: they change the rest of their row, divide it, define something,
 * or leave no trace.
 */
final class Declarations {
  private final Parser parser;
  private final TokenSource source;
  private final Definitions definitions;
  private final TextMode text;

  Declarations(Parser parser, TokenSource source, Definitions definitions) {
    this.parser = parser;
    this.source = source;
    this.definitions = definitions;
    this.text = new TextMode(parser, source);
  }

  /**
   * Carries out a declaration.
   *
   * @param name of the command that comes next in the source; it is taken if this is true
   */
  boolean accept(String name, RowBuilder row, Parser.Extent extent) {
    return changesRest(name, row, extent)
        || divides(name, row, extent)
        || defines(name)
        || isSilent(name);
  }

  private boolean changesRest(String name, RowBuilder row, Parser.Extent extent) {
    Alphabet alphabet = alphabet(name);
    String size = size(name);
    if (alphabet != null) {
      source.next();
      parser.choose(alphabet);
    } else if (size != null) {
      source.next();
      row.add(Wrapped.of("mstyle", parser.row(extent), "mathsize", size));
    } else if (name.equals("color")) {
      source.next();
      row.add(color(extent));
    } else {
      return isStyle(name) && changesStyle(name, row, extent);
    }
    return true;
  }

  /** For TeX the colour holds to the end of the row; with a group after it, for that only. */
  private Node color(Parser.Extent extent) {
    String color = Colors.read(source);
    Node body = source.peekInk().is("{") ? parser.argument() : parser.row(extent);
    return Wrapped.of("mrow", body, "mathcolor", color);
  }

  private static boolean isStyle(String name) {
    return switch (name) {
      case "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle" -> true;
      default -> false;
    };
  }

  private boolean changesStyle(String name, RowBuilder row, Parser.Extent extent) {
    source.next();
    int level = name.equals("scriptstyle") ? 1 : name.equals("scriptscriptstyle") ? 2 : 0;
    row.add(Wrapped.style(name.equals("displaystyle"), level, parser.row(extent)));
    return true;
  }

  private static @Nullable Alphabet alphabet(String name) {
    return switch (name) {
      case "rm", "bf", "it", "mit", "cal", "scr", "sf", "tt", "frak" -> Alphabet.of(name);
      default -> null;
    };
  }

  private static @Nullable String size(String name) {
    return switch (name) {
      case "tiny" -> "50%";
      case "scriptsize" -> "70%";
      case "footnotesize" -> "80%";
      case "small" -> "90%";
      case "normalsize" -> "100%";
      case "large" -> "120%";
      case "Large" -> "144%";
      case "LARGE" -> "173%";
      case "huge" -> "207%";
      case "Huge" -> "249%";
      default -> null;
    };
  }

  /** Plain TeX's fractions: what is before the command stands over what comes after it. */
  private boolean divides(String name, RowBuilder row, Parser.Extent extent) {
    String fences =
        switch (name) {
          case "over", "atop" -> "";
          case "choose" -> "()";
          case "brack" -> "[]";
          case "brace" -> "{}";
          default -> null;
        };
    if (fences == null) {
      return false;
    }
    source.next();
    String thickness = name.equals("over") ? "" : "0";
    Node fraction = new Fraction(row.take(), parser.row(extent), thickness);
    boolean bare = fences.isEmpty();
    row.add(bare ? fraction : new Fenced(fences.substring(0, 1), fraction, fences.substring(1)));
    return true;
  }

  private boolean defines(String name) {
    switch (name) {
      case "newcommand", "renewcommand", "providecommand" -> {
        source.next();
        definitions.newCommand(name.equals("providecommand"));
      }
      case "def", "gdef" -> {
        source.next();
        definitions.def();
      }
      case "let" -> {
        source.next();
        definitions.let();
      }
      case "DeclareMathOperator" -> {
        source.next();
        definitions.declareMathOperator();
      }
      case "tag" -> {
        source.next();
        parser.tag(text.tag());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean isSilent(String name) {
    switch (name) {
      case "label", "require", "vspace" -> {
        source.next();
        source.rawArgument();
      }
      case "nonumber",
          "notag",
          "displaylimits",
          "mathstrut",
          "strut",
          "relax",
          "null",
          "protect",
          "allowbreak",
          "nobreak",
          "noindent",
          "hfill",
          "hfil",
          "-",
          "/" ->
          source.next();
      default -> {
        return false;
      }
    }
    return true;
  }
}
