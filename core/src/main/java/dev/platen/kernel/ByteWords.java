package dev.platen.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts of memory for people, in the units in which a limit was meant: {@code 8 GB}, or {@code 8
 * GiB}.
 *
 * @param step from one unit to the next
 */
record ByteWords(int step) {
  private static final String UNITS = "kMGTPE";
  private static final long MIB = 1L << 20;

  /** Binary units for a whole number of MiB, the decimal ones for all others. */
  static ByteWords fitting(long limit) {
    return new ByteWords(limit % MIB == 0 ? 1024 : 1000);
  }

  /** One decimal at most. */
  String of(long bytes) {
    return words(bytes, 1);
  }

  /** As many decimals as it takes to be read as more than the limit. */
  String over(long bytes, long limit) {
    int decimals = 1;
    while (decimals < 9 && words(bytes, decimals).equals(of(limit))) {
      decimals++;
    }
    return words(bytes, decimals);
  }

  private String words(long bytes, int decimals) {
    double amount = bytes;
    int unit = -1;
    while (amount >= step && unit < UNITS.length() - 1) {
      amount /= step;
      unit++;
    }
    String number =
        BigDecimal.valueOf(amount)
            .setScale(decimals, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return number + " " + (unit < 0 ? "bytes" : UNITS.charAt(unit) + (step == 1024 ? "iB" : "B"));
  }
}
