package dev.platen.metric;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as programs print them. */
final class NumberText {
  /** Beyond it nothing is a number that a person printed, and reading would cost time. */
  private static final int LONGEST = 64;

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
  private static final Pattern NAN = Pattern.compile("[-+]?nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern INFINITE =
      Pattern.compile("[-+]?inf(?:inity)?", Pattern.CASE_INSENSITIVE);

  private NumberText() {}

  /** The number that the whole text is: decimal, {@code nan} or {@code inf}, in either case. */
  static OptionalDouble parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    if (DECIMAL.matcher(text).matches()) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    if (NAN.matcher(text).matches()) {
      return OptionalDouble.of(Double.NaN);
    }
    if (INFINITE.matcher(text).matches()) {
      return OptionalDouble.of(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return OptionalDouble.empty();
  }
}
