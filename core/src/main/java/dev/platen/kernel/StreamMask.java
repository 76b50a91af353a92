package dev.platen.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in a text that comes in pieces. The end of a piece that may be the beginning of a
 * secret waits for the next piece. Confined to one thread.
 */
public final class StreamMask {
  private final Secrets secrets;
  private final int longest;

  /** What was given out last, as it came, and isn't masked: a secret may have begun in it. */
  private String before = "";

  private String held = "";

  public StreamMask(Secrets secrets) {
    this.secrets = secrets;
    this.longest = secrets.forms().stream().mapToInt(String::length).max().orElse(0);
  }

  /** Takes a piece; gives what can be shown by now. */
  public String next(String piece) {
    String all = before + held + piece;
    int shown = before.length();
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Match match = find(all, 0, shown); match != null; match = find(all, at, shown)) {
      out.append(all, shown, Math.max(match.start(), shown)).append(Secrets.MASK);
      at = match.end();
      shown = at;
    }
    int wait = Math.max(shown, all.length() - beginning(all.substring(at)));
    out.append(all, shown, wait);
    held = all.substring(wait);
    before = all.substring(Math.max(at, wait - longest), wait);
    return out.toString();
  }

  private record Match(int start, int end) {}

  /** The first at or behind a place, the longest there, of those that aren't wholly out already. */
  private @Nullable Match find(String text, int from, int shown) {
    Match first = null;
    for (String form : secrets.forms()) {
      int start = text.indexOf(form, Math.max(from, shown - form.length() + 1));
      if (start >= 0 && (first == null || start < first.start())) {
        first = new Match(start, start + form.length());
      }
    }
    return first;
  }

  /** Gives what still waits: something else comes. */
  public String flush() {
    String text = held;
    String out = before + held;
    before = out.substring(Math.max(0, out.length() - longest));
    held = "";
    return text;
  }

  /** The length of the longest end of the text with which a secret may begin. */
  private int beginning(String text) {
    List<String> forms = secrets.forms();
    for (int length = Math.min(longest - 1, text.length()); length > 0; length--) {
      String end = text.substring(text.length() - length);
      if (forms.stream().anyMatch(form -> form.length() > end.length() && form.startsWith(end))) {
        return length;
      }
    }
    return 0;
  }
}
