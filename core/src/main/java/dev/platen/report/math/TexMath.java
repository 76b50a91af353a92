package dev.platen.report.math;

import java.util.Optional;

/**
 * Turns LaTeX mathematics, as it stands in notebooks' Markdown and in {@code text/latex} outputs,
 * into presentation MathML Core: for browsers without JavaScript, with the source as an annotation
 * for copying and for screen readers.
 *
 * <p>The markup is well-formed XML and well-formed inside HTML. It carries no link, and neither
 * style nor class from the formula; colours are CSS names or hexadecimal. Work and depth are
 * bounded whatever the formula is.
 *
 * @see <a href="https://www.w3.org/TR/mathml-core/">MathML Core</a>
 */
public final class TexMath {
  /** The longest formula, in UTF-16 units. */
  static final int LONGEST = 65_536;

  private TexMath() {}

  /**
   * Converts one formula on its own.
   *
   * @param tex with its delimiters ({@code $}, {@code $$}, {@code \(}, {@code \[}) or without
   * @param display whether it stands on a line of its own; its delimiters may say so too
   * @return a math element; empty if the formula has a command or environment that is not known
   *     here, is no LaTeX, or is longer than 64 kB: the page then shows the source
   */
  public static Optional<String> toMathml(String tex, boolean display) {
    return toMathml(tex, display, new Macros());
  }

  /**
   * Converts one of a notebook's formulas.
   *
   * @param macros what the formulas before it have defined; takes in what this one defines
   */
  public static Optional<String> toMathml(String tex, boolean display, Macros macros) {
    if (tex.length() > LONGEST || !isXml(tex)) {
      return Optional.empty();
    }
    String formula = tex.strip();
    boolean block = display || formula.startsWith("$$") || formula.startsWith("\\[");
    try {
      String body = undelimited(formula);
      return Optional.of(write(new Parser(new TokenSource(body, macros), macros), body, block));
    } catch (TexException e) {
      // The mend is the caller's, and always the same: it shows the source.
      return Optional.empty();
    }
  }

  private static String write(Parser parser, String tex, boolean block) {
    Markup out = new Markup();
    out.open(
        "math",
        "display",
        block ? "block" : "inline",
        "xmlns",
        "http://www.w3.org/1998/Math/MathML");
    out.open("semantics");
    parser.formula().write(out);
    out.leaf("annotation", tex, "encoding", "application/x-tex");
    out.close("semantics");
    out.close("math");
    return out.toString();
  }

  private static String undelimited(String formula) {
    for (String[] pair :
        new String[][] {{"$$", "$$"}, {"$", "$"}, {"\\[", "\\]"}, {"\\(", "\\)"}}) {
      int length = pair[0].length() + pair[1].length();
      if (formula.startsWith(pair[0]) && formula.endsWith(pair[1]) && formula.length() >= length) {
        return formula.substring(pair[0].length(), formula.length() - pair[1].length()).strip();
      }
    }
    return formula;
  }

  /** Whether XML has all the characters: no controls, no lone surrogates. */
  private static boolean isXml(String text) {
    return text.codePoints()
        .allMatch(c -> c >= 0x20 ? !isSurrogate(c) && !isNonCharacter(c) : isBlank(c));
  }

  private static boolean isBlank(int c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isSurrogate(int c) {
    return c >= 0xD800 && c <= 0xDFFF;
  }

  private static boolean isNonCharacter(int c) {
    return c == 0xFFFE || c == 0xFFFF;
  }
}
