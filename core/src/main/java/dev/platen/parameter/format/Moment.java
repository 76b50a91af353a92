package dev.platen.parameter.format;

import dev.platen.parameter.ParameterValue;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/**
 * A date with its time, to the microsecond, in a field.
 *
 * @param offset from UTC; empty when it doesn't say, as Python's naive times
 * @see <a
 *     href="https://docs.python.org/3/library/datetime.html#strftime-and-strptime-format-codes">
 *     strftime</a>
 */
record Moment(LocalDateTime time, Optional<ZoneOffset> offset) implements FormatValue {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  @Override
  public FormatValue item(String key) throws FormatProblem {
    throw new FormatProblem("a date has no [" + key + "]", "write a form such as :%Y-%m-%d");
  }

  @Override
  public FormatValue attribute(String name) throws FormatProblem {
    int number =
        switch (name) {
          case "year" -> time.getYear();
          case "month" -> time.getMonthValue();
          case "day" -> time.getDayOfMonth();
          case "hour" -> time.getHour();
          case "minute" -> time.getMinute();
          case "second" -> time.getSecond();
          case "microsecond" -> micros();
          default ->
              throw new FormatProblem(
                  "a date has no ." + name, "write .year to .second, or a form such as :%Y-%m-%d");
        };
    return new TypedValue(ParameterValue.of(number));
  }

  private int micros() {
    return time.get(ChronoField.MICRO_OF_SECOND);
  }

  @Override
  public String text() {
    String text = (micros() == 0 ? SECONDS : MICROS).format(time);
    return text + offset.map(o -> hours(o, ":")).orElse("");
  }

  @Override
  public String representation() {
    StringBuilder parts = new StringBuilder("datetime.datetime(");
    parts.append(time.getYear()).append(", ").append(time.getMonthValue());
    parts.append(", ").append(time.getDayOfMonth()).append(", ").append(time.getHour());
    parts.append(", ").append(time.getMinute());
    if (time.getSecond() > 0 || micros() > 0) {
      parts.append(", ").append(time.getSecond());
    }
    if (micros() > 0) {
      parts.append(", ").append(micros());
    }
    return parts.append(offset.isPresent() ? ", tzinfo=datetime.timezone.utc)" : ")").toString();
  }

  @Override
  public String format(String specification) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < specification.length(); i++) {
      char c = specification.charAt(i);
      if (c == '%' && i + 1 < specification.length()) {
        i++;
        boolean bare = specification.charAt(i) == '-' && i + 1 < specification.length();
        i += bare ? 1 : 0;
        String part = part(specification.charAt(i));
        out.append(bare ? part.replaceFirst("^[0 ](?=.)", "") : part);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** What the letter behind a percent sign stands for, in the C locale, as Python leaves it. */
  private String part(char letter) {
    return switch (letter) {
      case 'Y' -> String.valueOf(time.getYear());
      case 'C' -> two(time.getYear() / 100);
      case 'y' -> two(time.getYear() % 100);
      case 'm' -> two(time.getMonthValue());
      case 'd' -> two(time.getDayOfMonth());
      case 'e' -> spaced(time.getDayOfMonth());
      case 'H' -> two(time.getHour());
      case 'k' -> spaced(time.getHour());
      case 'I' -> two((time.getHour() + 11) % 12 + 1);
      case 'l' -> spaced((time.getHour() + 11) % 12 + 1);
      case 'M' -> two(time.getMinute());
      case 'S' -> two(time.getSecond());
      case 'f' -> String.format(Locale.ROOT, "%06d", micros());
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'j' -> String.format(Locale.ROOT, "%03d", time.getDayOfYear());
      case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.US);
      case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
      case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US);
      case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
      case 'u' -> String.valueOf(time.getDayOfWeek().getValue());
      case 'w' -> String.valueOf(time.getDayOfWeek().getValue() % 7);
      case 'U' -> two((time.getDayOfYear() + 6 - time.getDayOfWeek().getValue() % 7) / 7);
      case 'W' -> two((time.getDayOfYear() + 7 - time.getDayOfWeek().getValue()) / 7);
      case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'G' -> String.valueOf(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
      default -> composed(letter);
    };
  }

  private String composed(char letter) {
    return switch (letter) {
      case 'D', 'x' -> format("%m/%d/%y");
      case 'F' -> format("%Y-%m-%d");
      case 'T', 'X' -> format("%H:%M:%S");
      case 'R' -> format("%H:%M");
      case 'r' -> format("%I:%M:%S %p");
      case 'c' -> format("%a %b %e %H:%M:%S %Y");
      case 'z' -> offset.map(o -> hours(o, "")).orElse("");
      case 'Z' -> offset.isPresent() ? "UTC" : "";
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> "%" + letter;
    };
  }

  private static String hours(ZoneOffset offset, String between) {
    int minutes = Math.abs(offset.get(ChronoField.OFFSET_SECONDS)) / 60;
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    return sign + two(minutes / 60) + between + two(minutes % 60);
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }

  private static String spaced(int number) {
    return String.format(Locale.ROOT, "%2d", number);
  }
}
