package dev.platen.study.spec;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as people write them: {@code 512MB}, {@code 1.5 GB}, {@code 8GiB}. */
public final class ByteSize {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d+)?) ?([kMGT])(i?)B");

  private ByteSize() {}

  /** The bytes that the whole text says, one at least; empty if it is no such amount. */
  public static OptionalLong read(String text) {
    Matcher match = FORM.matcher(text.strip());
    if (!match.matches()) {
      return OptionalLong.empty();
    }
    int power = "kMGT".indexOf(match.group(2)) + 1;
    double unit = Math.pow(match.group(3).isEmpty() ? 1000 : 1024, power);
    long bytes = Math.round(Double.parseDouble(match.group(1)) * unit);
    return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
  }
}
