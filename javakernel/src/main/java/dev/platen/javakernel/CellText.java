package dev.platen.javakernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Cuts a cell into its statements and magic lines, one after the other.
 *
 * <p>jshell finds a statement's end, but reads all that follows to do so. Therefore it is given a
 * window of a few statements only; where these may end is known from a look at the whole text,
 * which also tells magic lines from those within brackets, comments and text.
 */
final class CellText {
  private static final Pattern MAGIC =
      Pattern.compile("%(?:" + String.join("|", Magics.NAMES) + ")\\b[^\\n]*");

  private final String text;
  private final Function<String, CompletionInfo> analysis;

  /** Places behind a semicolon or a brace that may be the end of a statement. */
  private final List<Integer> ends = new ArrayList<>();

  private final List<Integer> magics = new ArrayList<>();
  private int at;
  private int line = 1;
  private int nextEnd;
  private int nextMagic;
  private char last = ';';

  /**
   * A cell.
   *
   * @param analysis jshell's, of where the first statement of a text ends
   */
  CellText(String text, Function<String, CompletionInfo> analysis) {
    this.text = text;
    this.analysis = analysis;
    scan();
  }

  /** Whether the last statement's value is to be shown: no semicolon follows it. */
  boolean asksForValue() {
    return last != ';';
  }

  /** The next part; of one that isn't complete, the source is all that is left. */
  Optional<CellPart> next() {
    while (true) {
      advance(afterBlanks());
      if (at == text.length()) {
        return Optional.empty();
      }
      while (nextMagic < magics.size() && magics.get(nextMagic) < at) {
        nextMagic++;
      }
      int limit = nextMagic < magics.size() ? magics.get(nextMagic) : text.length();
      CellPart part = limit == at ? magic() : statement(limit);
      advance(part.end());
      if (part.completeness() != Completeness.EMPTY) {
        return Optional.of(part);
      }
    }
  }

  private CellPart magic() {
    int end = lineEnd(at);
    String source = text.substring(at, end).strip();
    return new CellPart(true, source, Completeness.COMPLETE, at, end, line);
  }

  private CellPart statement(int limit) {
    while (nextEnd < ends.size() && ends.get(nextEnd) <= at) {
      nextEnd++;
    }
    for (int ahead = 2; ; ahead *= 2) {
      int last = nextEnd + ahead - 1;
      int end = last < ends.size() ? Math.min(ends.get(last), limit) : limit;
      String window = text.substring(at, end);
      CompletionInfo info = analysis.apply(window);
      boolean isComplete = info.completeness().isComplete();
      // What may go on with the next word, as if does with else, has ended when another follows.
      if (end == limit || (isComplete && !info.remaining().isBlank())) {
        int length = window.length() - (isComplete ? info.remaining().length() : 0);
        String source = isComplete ? info.source() : window;
        return new CellPart(false, source, info.completeness(), at, at + length, line);
      }
    }
  }

  private void scan() {
    int depth = 0;
    boolean beginsLine = true;
    Matcher magic = MAGIC.matcher(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int behind = behindOpaque(i);
      if (!Character.isWhitespace(c) && (behind == i || c != '/')) {
        last = c;
      }
      if (behind > i) {
        i = behind - 1;
      } else if (depth == 0 && beginsLine && magic.region(i, text.length()).lookingAt()) {
        magics.add(i);
        i = lineEnd(i) - 1;
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (")]}".indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      }
      if (depth == 0 && behind == i && (c == ';' || c == '}')) {
        ends.add(i + 1);
      }
      beginsLine = c == '\n' || (beginsLine && Character.isWhitespace(c));
    }
  }

  /** Behind the comment or the text that begins at a place; that place if none does. */
  private int behindOpaque(int from) {
    char c = text.charAt(from);
    if (text.startsWith("//", from)) {
      return lineEnd(from);
    }
    if (text.startsWith("/*", from)) {
      int close = text.indexOf("*/", from + 2);
      return close < 0 ? text.length() : close + 2;
    }
    if (text.startsWith("\"\"\"", from)) {
      return behindQuote("\"\"\"", from + 3);
    }
    return c == '"' || c == '\'' ? behindQuote(String.valueOf(c), from + 1) : from;
  }

  private int behindQuote(String quote, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(quote, i)) {
        return i + quote.length();
      } else if (text.charAt(i) == '\n' && quote.length() == 1) {
        return i;
      }
    }
    return text.length();
  }

  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private int afterBlanks() {
    int i = at;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private void advance(int to) {
    for (; at < to; at++) {
      if (text.charAt(at) == '\n') {
        line++;
      }
    }
  }
}
