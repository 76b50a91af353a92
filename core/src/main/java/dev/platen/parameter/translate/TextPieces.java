package dev.platen.parameter.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;

/** Long text in pieces, for languages whose constants must be short. */
final class TextPieces {
  private TextPieces() {}

  /** The text quoted, or its pieces quoted and joined by the language's own means. */
  static String quoted(
      String text, int most, StringEscapes escapes, Collector<CharSequence, ?, String> joining) {
    return text.length() <= most
        ? escapes.quoted(text)
        : of(text, most).stream().map(escapes::quoted).collect(joining);
  }

  /**
   * Pieces of at most so many UTF-16 units, no pair of surrogates parted; one for an empty text.
   */
  static List<String> of(String text, int most) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    while (text.length() - start > most) {
      int end = start + most;
      if (Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end))) {
        end--;
      }
      pieces.add(text.substring(start, end));
      start = end;
    }
    pieces.add(text.substring(start));
    return pieces;
  }
}
