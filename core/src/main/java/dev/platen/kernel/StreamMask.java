package dev.platen.kernel;

import dev.platen.kernel.SecretFinder.Found;
import dev.platen.kernel.SecretFinder.Rest;

/**
 * Masks secrets in a text that comes in pieces. The end of a piece that may be the beginning of a
 * secret waits for the next piece. Confined to one thread.
 */
public final class StreamMask {
  private final SecretFinder finder;

  /** What was given out last, as it came: a secret may have begun in it. */
  private String before = "";

  private String held = "";

  public StreamMask(Secrets secrets) {
    this.finder = secrets.finder();
  }

  /** Takes a piece; gives what can be shown by now. */
  public String next(String piece) {
    return take(piece, Rest.COMES);
  }

  /**
   * Gives what still waits, for something else comes: masked if it may be more than a few letters
   * of a secret. What follows it is still its continuation.
   */
  public String flush() {
    return held.isEmpty() ? "" : take("", Rest.WAITS);
  }

  private String take(String piece, Rest rest) {
    String all = before + held + piece;
    StringBuilder out = new StringBuilder();
    int shown = before.length();
    int at = 0;
    Found found = finder.next(all, at, rest);
    while (found != null && found.whole()) {
      at = found.end();
      if (at > shown) {
        out.append(all, shown, Math.max(found.start(), shown)).append(Secrets.MASK);
        shown = at;
      }
      found = finder.next(all, at, rest);
    }
    int end = found == null ? all.length() : Math.max(found.start(), shown);
    out.append(all, shown, end);
    boolean waits = rest == Rest.COMES;
    if (!waits && end < all.length()) {
      out.append(Secrets.MASK);
    }
    held = waits ? all.substring(end) : "";
    Found begun = waits ? found : finder.next(all, at, Rest.COMES);
    before = begun == null ? "" : all.substring(begun.start(), waits ? end : all.length());
    return out.toString();
  }
}
