package dev.platen.metric;

import dev.platen.metric.MetricValue.Flag;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.metric.MetricValue.Text;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values in the form in which a language shows them, {@code text/plain}: {@code 0.12}, {@code
 * True}, {@code 'text'}, and the scalars of array libraries, {@code np.float64(0.12)} or {@code
 * tensor(0.1234, grad_fn=…)}. R's {@code [1] 0.12} too.
 */
public final class ShownValue {
  /** A longer text is a document, no metric. */
  static final int LONGEST_TEXT = 10_000;

  private static final Pattern CALL =
      Pattern.compile(
          "(?:np\\.[a-z]+[0-9]*_?|tensor|Array|array|Decimal)"
              + "\\(\\s*'?([-+.0-9a-zA-Z]+)'?\\s*(?:,[^()]*(?:\\([^()]*\\))?[^()]*)?\\)");
  private static final Pattern NUMPY_FLAG = Pattern.compile("np\\.(True|False)_");
  private static final Pattern TENSORFLOW =
      Pattern.compile("<tf\\.Tensor: shape=\\(\\), dtype=[a-z0-9]+, numpy=([-+.0-9a-zA-Z]+)>");

  /** The patterns may not meet a text of any length. */
  private static final int LONGEST_SCALAR = 300;

  private static final String R_FIRST = "[1] ";

  private ShownValue() {}

  /** The value; empty for anything but one number, truth value or text. Never fails. */
  public static Optional<MetricValue> parse(String shown) {
    String text = shown.strip();
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      return Optional.empty();
    }
    String plain = text.startsWith(R_FIRST) ? text.substring(R_FIRST.length()).strip() : text;
    return unquoted(plain).<MetricValue>map(Text::new).or(() -> scalar(plain));
  }

  /** The number or truth value that the text is. */
  static Optional<MetricValue> scalar(String text) {
    OptionalDouble number = NumberText.parse(text);
    if (number.isPresent()) {
      return Optional.of(new Numeric(number.getAsDouble()));
    }
    return switch (text) {
      case "True", "true", "TRUE" -> Optional.of(new Flag(true));
      case "False", "false", "FALSE" -> Optional.of(new Flag(false));
      default -> wrapped(text);
    };
  }

  private static Optional<MetricValue> wrapped(String text) {
    if (text.length() > LONGEST_SCALAR) {
      return Optional.empty();
    }
    Matcher flag = NUMPY_FLAG.matcher(text);
    if (flag.matches()) {
      return scalar(flag.group(1));
    }
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      return bare(call.group(1));
    }
    Matcher tensor = TENSORFLOW.matcher(text);
    return tensor.matches() ? bare(tensor.group(1)) : Optional.empty();
  }

  private static Optional<MetricValue> bare(String text) {
    OptionalDouble number = NumberText.parse(text);
    return number.isPresent()
        ? Optional.of(new Numeric(number.getAsDouble()))
        : switch (text) {
          case "True" -> Optional.of(new Flag(true));
          case "False" -> Optional.of(new Flag(false));
          default -> Optional.empty();
        };
  }

  /** The text between the quotes; empty when the whole isn't one quoted text. */
  private static Optional<String> unquoted(String shown) {
    char quote = shown.charAt(0);
    int last = shown.length() - 1;
    if ((quote != '\'' && quote != '"') || last == 0 || shown.charAt(last) != quote) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < last; i++) {
      char c = shown.charAt(i);
      if (c == quote || c == '\n' || (c == '\\' && i + 1 == last)) {
        return Optional.empty();
      }
      if (c == '\\') {
        i += escaped(shown, i + 1, last, text);
      } else {
        text.append(c);
      }
    }
    return Optional.of(text.toString());
  }

  /** Appends what stands behind a backslash; tells how many characters that took. */
  private static int escaped(String shown, int at, int end, StringBuilder text) {
    char c = shown.charAt(at);
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0 && at + digits < end) {
      String hex = shown.substring(at + 1, at + 1 + digits);
      if (hex.chars().allMatch(d -> Character.digit(d, 16) >= 0 && d < 0x80)) {
        long point = Long.parseLong(hex, 16);
        if (point <= Character.MAX_CODE_POINT) {
          text.appendCodePoint((int) point);
          return 1 + digits;
        }
      }
    }
    text.append(c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c);
    return 1;
  }
}
