package dev.platen.report.math;

/** Reads fractions and binomial coefficients. */
final class Fractions {
  private final Parser parser;
  private final TokenSource source;
  private final Fences fences;

  Fractions(Parser parser, TokenSource source, Fences fences) {
    this.parser = parser;
    this.source = source;
    this.fences = fences;
  }

  Node read(String command) {
    return switch (command) {
      case "dfrac" -> Wrapped.style(true, 0, fraction(""));
      case "cfrac" -> continued();
      case "tfrac" -> Wrapped.style(false, 0, fraction(""));
      case "binom" -> binomial();
      case "dbinom" -> Wrapped.style(true, 0, binomial());
      case "tbinom" -> Wrapped.style(false, 0, binomial());
      case "genfrac" -> general();
      default -> fraction("");
    };
  }

  /** A continued fraction may say in brackets how to align its numerator, which MathML can't. */
  private Node continued() {
    source.rawOption();
    return Wrapped.style(true, 0, fraction(""));
  }

  private Node fraction(String thickness) {
    Node numerator = parser.argument();
    return new Fraction(numerator, parser.argument(), thickness);
  }

  private Node binomial() {
    return new Fenced("(", fraction("0"), ")");
  }

  /** Reads {@code {open}{close}{thickness}{style 0 to 3}{numerator}{denominator}}. */
  private Node general() {
    String open = fences.argument();
    String close = fences.argument();
    String thickness = source.word();
    String style = source.word();
    Node fraction = fraction(thickness.isEmpty() ? "" : Length.parse(thickness));
    boolean bare = open.isEmpty() && close.isEmpty();
    Node fenced = bare ? fraction : new Fenced(open, fraction, close);
    return switch (style) {
      case "" -> fenced;
      case "0" -> Wrapped.style(true, 0, fenced);
      case "1" -> Wrapped.style(false, 0, fenced);
      case "2" -> Wrapped.style(false, 1, fenced);
      case "3" -> Wrapped.style(false, 2, fenced);
      default -> throw new TexException("a style '" + style + "'");
    };
  }
}
