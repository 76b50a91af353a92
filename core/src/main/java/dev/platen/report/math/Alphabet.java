package dev.platen.report.math;

import org.jspecify.annotations.Nullable;

/**
 * The alphabets of mathematics. MathML Core has no attribute for them but for the upright one: a
 * letter in another alphabet is another character, in Unicode's block of Mathematical Alphanumeric
 * Symbols.
 */
enum Alphabet {
  /** Italic letters, upright digits and Greek capitals, as browsers and TeX set them. */
  USUAL(0, 0, 0),
  UPRIGHT(0, 0, 0),
  BOLD(0x1D400, 0x1D7CE, 0x1D6A8),
  ITALIC(0x1D434, 0, 0x1D6E2),
  BOLD_ITALIC(0x1D468, 0x1D7CE, 0x1D71C),
  SCRIPT(0x1D49C, 0, 0),
  BOLD_SCRIPT(0x1D4D0, 0, 0),
  FRAKTUR(0x1D504, 0, 0),
  DOUBLE_STRUCK(0x1D538, 0x1D7D8, 0),
  SANS(0x1D5A0, 0x1D7E2, 0),
  MONOSPACE(0x1D670, 0x1D7F6, 0);

  private static final String GREEK_VARIANTS = "∂ϵϑϰϕϱϖ";

  private final int latin;
  private final int digits;
  private final int greek;

  Alphabet(int latin, int digits, int greek) {
    this.latin = latin;
    this.digits = digits;
    this.greek = greek;
  }

  /** The alphabet that a command chooses, by argument or for the rest of its group. */
  static @Nullable Alphabet of(String command) {
    return switch (command) {
      case "mathnormal", "mit" -> USUAL;
      case "mathrm", "mathup", "rm", "text", "textrm", "textnormal", "textup", "mbox", "hbox" ->
          UPRIGHT;
      case "mathbf", "bf", "bold", "textbf", "symbf" -> BOLD;
      case "mathit", "it", "textit", "textsl", "emph" -> ITALIC;
      case "boldsymbol", "bm", "pmb", "mathbfit" -> BOLD_ITALIC;
      case "mathcal", "cal", "mathscr", "scr" -> SCRIPT;
      case "mathbfcal", "mathbfscr" -> BOLD_SCRIPT;
      case "mathfrak", "frak" -> FRAKTUR;
      case "mathbb", "Bbb" -> DOUBLE_STRUCK;
      case "mathsf", "sf", "textsf" -> SANS;
      case "mathtt", "tt", "texttt" -> MONOSPACE;
      default -> null;
    };
  }

  /** Whether neighbouring letters form a word, as in {@code \mathrm{MSE}}. */
  boolean formsWords() {
    return switch (this) {
      case UPRIGHT, BOLD, ITALIC, SANS, MONOSPACE -> true;
      default -> false;
    };
  }

  /** The text in this alphabet; characters that it does not have stay as they are. */
  String map(String text) {
    if (latin == 0) {
      return text;
    }
    StringBuilder mapped = new StringBuilder();
    text.codePoints().map(this::map).forEach(mapped::appendCodePoint);
    return mapped.toString();
  }

  private int map(int c) {
    if (c >= 'A' && c <= 'Z') {
      return letter(c, latin + c - 'A');
    }
    if (c >= 'a' && c <= 'z') {
      return letter(c, latin + 26 + c - 'a');
    }
    if (c >= '0' && c <= '9') {
      return digits == 0 ? c : digits + c - '0';
    }
    return greek == 0 ? c : greekLetter(c);
  }

  /** The letters that Unicode had before the block was made, at their old places. */
  private int letter(int c, int regular) {
    String old =
        switch (this) {
          case ITALIC -> "hℎ";
          case SCRIPT -> "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ";
          case FRAKTUR -> "CℭHℌIℑRℜZℨ";
          case DOUBLE_STRUCK -> "CℂHℍNℕPℙQℚRℝZℤ";
          default -> "";
        };
    int at = old.indexOf(c);
    return at < 0 ? regular : old.charAt(at + 1);
  }

  /** Capitals stay upright in bold italic, as they are upright in TeX. */
  private int greekLetter(int c) {
    if (c >= 'Α' && c <= 'Ω') {
      return (this == BOLD_ITALIC ? BOLD.greek : greek) + c - 'Α';
    }
    if (c >= 'α' && c <= 'ω') {
      return greek + 26 + c - 'α';
    }
    if (c == '∇') {
      return BOLD.greek + 25;
    }
    int variant = GREEK_VARIANTS.indexOf(c);
    return variant < 0 ? c : greek + 51 + variant;
  }
}
