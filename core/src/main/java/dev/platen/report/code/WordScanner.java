package dev.platen.report.code;

import dev.platen.report.code.Grammar.Trait;
import java.util.Locale;

/** Where words and numbers end, and what a word is in a language. */
final class WordScanner {
  private final Grammar grammar;
  private final String code;

  WordScanner(Grammar grammar, String code) {
    this.grammar = grammar;
    this.code = code;
  }

  boolean startsNumber(int at) {
    boolean fraction = at(at) == '.' && at(at - 1) != '.';
    boolean negative = at(at) == '-' && grammar.has(Trait.KEYS);
    return isDigit(at) || ((fraction || negative) && isDigit(at + 1));
  }

  int endOfNumber(int start) {
    boolean hex = at(start) == '0' && "xX".indexOf(at(start + 1)) >= 0;
    int at = start + 1;
    while (at < code.length() && isInNumber(at, hex)) {
      at++;
    }
    return at;
  }

  private boolean isInNumber(int at, boolean hex) {
    char c = code.charAt(at);
    return Character.isLetterOrDigit(c)
        || (c == '.' && isDigit(at + 1) && isDigit(at - 1))
        || (grammar.digitMark.indexOf(c) >= 0 && isNamePart(at(at + 1)))
        || ("+-".indexOf(c) >= 0 && !hex && isDigit(at + 1) && "eE".indexOf(at(at - 1)) >= 0);
  }

  boolean startsWord(int at) {
    return at < code.length()
        && (Character.isLetter(code.charAt(at))
            || grammar.wordStarts.indexOf(code.charAt(at)) >= 0);
  }

  int endOfWord(int start) {
    int at = start;
    while (at < code.length() && isInWord(at)) {
      at++;
    }
    return Math.max(at, start + 1);
  }

  private boolean isInWord(int at) {
    char c = code.charAt(at);
    return Character.isLetterOrDigit(c)
        || (grammar.wordMarks.indexOf(c) >= 0 && !code.startsWith("!=", at));
  }

  /** The end of letters and digits. */
  int endOfName(int start) {
    int at = start;
    while (at < code.length() && isNamePart(code.charAt(at))) {
      at++;
    }
    return at;
  }

  String word(int start, int end) {
    String word = code.substring(start, end);
    return grammar.has(Trait.CASELESS) ? word.toLowerCase(Locale.ROOT) : word;
  }

  /**
   * What the word is.
   *
   * @param named whether the word before says that this is the name of something new
   */
  TokenKind kind(String word, int start, int end, boolean named) {
    char before = start == 0 ? ' ' : code.charAt(start - 1);
    boolean range = before == '.' && start > 1 && code.charAt(start - 2) == '.';
    if (grammar.members.indexOf(before) >= 0 && !range) {
      return TokenKind.PLAIN;
    } else if (grammar.keywords.contains(word) || (grammar.soft.contains(word) && governs(end))) {
      return TokenKind.KEYWORD;
    } else if (grammar.constants.contains(word)) {
      return TokenKind.CONSTANT;
    } else if (named) {
      return TokenKind.NAME;
    }
    boolean called = at(end) == '(' && grammar.functions.contains(word);
    return called || grammar.types.contains(word) ? TokenKind.BUILTIN : TokenKind.PLAIN;
  }

  /** Whether a name, a text or a block follows, and no operator. */
  private boolean governs(int end) {
    int at = end;
    while (at(at) == ' ' && at < code.length()) {
      at++;
    }
    return at > end && (startsWord(at) || "\"'`{[(*#".indexOf(at(at)) >= 0);
  }

  /** Whether the character follows, perhaps after blanks. */
  boolean follows(int end, char mark) {
    int at = end;
    while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
      at++;
    }
    return at(at) == mark;
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private boolean isDigit(int at) {
    return Character.isDigit(at(at));
  }

  /** The character at the index; a blank outside of the code. */
  char at(int index) {
    return index >= 0 && index < code.length() ? code.charAt(index) : ' ';
  }
}
