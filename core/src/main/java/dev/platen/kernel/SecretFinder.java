package dev.platen.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds secrets in texts, in one pass whatever the number of their forms. */
final class SecretFinder {
  /**
   * A place.
   *
   * @param whole whether the secret ends there; if not, the text does
   */
  record Found(int start, int end, boolean whole) {}

  /** What becomes of the text behind its end. */
  enum Rest {
    /** It goes on: its end may be a beginning. */
    COMES,
    /** It may go on, but something else comes first: a beginning counts if it says much. */
    WAITS,
    /** It is all there: a beginning is none. */
    NOTHING
  }

  /** A power of two: what a letter leaves of it is its place in the table. */
  private static final int TABLE = 128;

  /** So many letters of a secret, or so great a part of it, may be seen: any word has them. */
  private static final int FEW = 3;

  private static final int PART = 4;

  private final List<List<SecretForm>> byFirst = new ArrayList<>();

  SecretFinder(Collection<SecretForm> forms) {
    for (int i = 0; i < TABLE; i++) {
      byFirst.add(new ArrayList<>());
    }
    forms.forEach(form -> byFirst.get(form.letters().charAt(0) % TABLE).add(form));
  }

  /** The first at or behind a place; of those that begin there the longest. */
  @Nullable Found next(String text, int from, Rest rest) {
    for (int start = from; start < text.length(); start++) {
      int end = SecretForm.NONE;
      for (SecretForm form : byFirst.get(text.charAt(start) % TABLE)) {
        int its = form.end(text, start);
        if (its == SecretForm.UNFINISHED) {
          if (counts(form, text.length() - start, rest)) {
            return new Found(start, text.length(), false);
          }
        } else {
          end = Math.max(end, its);
        }
      }
      if (end > start) {
        return new Found(start, end, true);
      }
    }
    return null;
  }

  private static boolean counts(SecretForm form, int length, Rest rest) {
    return switch (rest) {
      case COMES -> true;
      case WAITS -> length > FEW || length * PART > form.letters().length();
      case NOTHING -> false;
    };
  }
}
