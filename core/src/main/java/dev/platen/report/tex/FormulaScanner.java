package dev.platen.report.tex;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises mathematics in running text, and leaves money alone. A formula is {@code $…$} without
 * blanks inside its dollars and without a digit after them, unless it reads as a sum of money;
 * {@code $$…$$}; {@code \(…\)} and {@code \[…\]}, also with the backslash doubled, as Markdown
 * needs it; or an environment.
 *
 * <p>For one text, read from its beginning to its end: what it looks for further on, it looks for
 * once, so that a text of many openings costs no more than its length. Confined to one thread.
 */
public final class FormulaScanner {
  private static final String BEGIN = "\\begin{";
  private static final String END = "\\end{";

  private final String text;

  /** By delimiter, where it was found last; the text's length if there is none any more. */
  private final Map<String, Integer> closes = new HashMap<>();

  /** By the index of its begin, the index after its end; null before it is needed. */
  private @Nullable Map<Integer, Integer> environments;

  public FormulaScanner(String text) {
    this.text = text;
  }

  /** The formula that begins at the index. */
  public Optional<Formula> at(int index) {
    if (text.startsWith("$$", index)) {
      return between(index, "$$", "$$", true);
    } else if (text.startsWith("$", index)) {
      return dollars(index);
    } else if (text.startsWith(BEGIN, index)) {
      return environment(index);
    } else if (text.startsWith("\\\\(", index)) {
      return between(index, "\\\\(", "\\\\)", false);
    } else if (text.startsWith("\\\\[", index)) {
      return between(index, "\\\\[", "\\\\]", true);
    } else if (text.startsWith("\\(", index)) {
      return between(index, "\\(", "\\)", false);
    } else if (text.startsWith("\\[", index)) {
      return between(index, "\\[", "\\]", true);
    }
    return Optional.empty();
  }

  /** As {@link #at} in a line of Markdown, where an escaped bracket {@code \[} is just that. */
  public Optional<Formula> inMarkdown(int index) {
    return text.startsWith("\\[", index) ? Optional.empty() : at(index);
  }

  private Optional<Formula> dollars(int index) {
    int start = index + 1;
    int close = unescaped("$", start);
    if (close <= start || isBlank(start) || isBlank(close - 1)) {
      return Optional.empty();
    }
    boolean digitAfter = close + 1 < text.length() && Character.isDigit(text.charAt(close + 1));
    String tex = text.substring(start, close);
    return digitAfter || isMoney(tex)
        ? Optional.empty()
        : Optional.of(new Formula(tex, false, close + 1));
  }

  /** A number and then words, as in "$5 a day, in US$". */
  private static boolean isMoney(String tex) {
    if (!Character.isDigit(tex.charAt(0)) || tex.indexOf('\\') >= 0) {
      return false;
    }
    int letters = 0;
    for (int i = tex.indexOf(' '); i >= 0 && i < tex.length() && letters < 2; i++) {
      letters = Character.isLetter(tex.charAt(i)) ? letters + 1 : 0;
    }
    return letters == 2;
  }

  private Optional<Formula> between(int index, String open, String close, boolean display) {
    int start = index + open.length();
    int end = open.equals("$$") ? unescaped(close, start) : next(close, start);
    if (end < 0 || text.substring(start, end).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new Formula(text.substring(start, end), display, end + close.length()));
  }

  /** Index of the delimiter from the index on, or -1. */
  private int next(String close, int from) {
    int at = closes.getOrDefault(close, -1);
    if (at < from) {
      int found = text.indexOf(close, from);
      at = found < 0 ? text.length() : found;
      closes.put(close, at);
    }
    return at == text.length() ? -1 : at;
  }

  private Optional<Formula> environment(int index) {
    if (environments == null) {
      environments = pairEnvironments();
    }
    Integer end = environments.get(index);
    return end == null
        ? Optional.empty()
        : Optional.of(new Formula(text.substring(index, end), true, end));
  }

  private Map<Integer, Integer> pairEnvironments() {
    Map<Integer, Integer> pairs = new HashMap<>();
    Map<String, Deque<Integer>> open = new HashMap<>();
    int at = text.indexOf('\\');
    while (at >= 0) {
      boolean begin = text.startsWith(BEGIN, at);
      if (begin || text.startsWith(END, at)) {
        int name = at + (begin ? BEGIN : END).length();
        int brace = next("}", name);
        if (brace < 0) {
          return pairs;
        }
        Deque<Integer> begun =
            open.computeIfAbsent(text.substring(name, brace), n -> new ArrayDeque<>());
        if (begin) {
          begun.push(at);
        } else if (!begun.isEmpty()) {
          pairs.put(begun.pop(), brace + 1);
        }
      }
      at = text.indexOf('\\', at + 1);
    }
    return pairs;
  }

  /** Index of the delimiter without a backslash before it, or -1. */
  private int unescaped(String delimiter, int from) {
    int at = from;
    while (at < text.length()) {
      if (text.charAt(at) == '\\') {
        at += 2;
      } else if (text.startsWith(delimiter, at)) {
        return at;
      } else {
        at++;
      }
    }
    return -1;
  }

  private boolean isBlank(int index) {
    return Character.isWhitespace(text.charAt(index));
  }
}
