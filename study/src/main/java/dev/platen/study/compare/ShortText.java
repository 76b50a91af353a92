package dev.platen.study.compare;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Texts of any length, as a table can bear them. The whole ones are in runs.csv and the reports.
 */
final class ShortText {
  /** Of a cell, a label or a sentence. */
  static final int CELL = 160;

  /** Of the page's data, where a reader may ask for the whole of a cell. */
  static final int DATA = 2000;

  private ShortText() {}

  /**
   * The text, or its beginning and how long it is; two that differ stay different, so that they can
   * be told apart and filtered by.
   */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return "%s… (%d characters, no. %08x)"
        .formatted(text.substring(0, end), text.length(), crc.getValue());
  }
}
