package dev.platen.parameter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which known name a person most likely meant. */
public final class NearestName {
  /** One slip in so many letters is still the same word. */
  private static final int LETTERS_PER_SLIP = 3;

  private NearestName() {}

  /**
   * The known name with the fewest slips, regardless of case: none in one letter, one in two to
   * four, and one more for every {@value #LETTERS_PER_SLIP}. Else the shortest one that begins with
   * the name or ends with it, such as {@code val_loss} with {@code loss}, or the other way round.
   */
  public static Optional<String> of(String name, List<String> known) {
    int slips = (name.length() + 1) / LETTERS_PER_SLIP;
    String lower = name.toLowerCase(Locale.ROOT);
    Optional<String> nearest =
        known.stream()
            .filter(other -> slips(lower, other.toLowerCase(Locale.ROOT)) <= slips)
            .min(Comparator.comparingInt(other -> slips(lower, other.toLowerCase(Locale.ROOT))));
    return nearest.or(
        () ->
            known.stream()
                .filter(other -> isPart(lower, other.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(String::length)));
  }

  /** Two letters at the end are most words' by chance. */
  private static boolean isPart(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    return (shorter > 1 && (a.startsWith(b) || b.startsWith(a)))
        || (shorter > 2 && (a.endsWith(b) || b.endsWith(a)));
  }

  /**
   * The least number of letters put in, left out, replaced, or swapped with the next: the optimal
   * string alignment distance of Damerau and Levenshtein.
   */
  static int slips(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
