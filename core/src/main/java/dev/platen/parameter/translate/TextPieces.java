package dev.platen.parameter.translate;

import java.util.ArrayList;
import java.util.List;

/** Long text in pieces, for languages whose constants must be short. */
final class TextPieces {
  private TextPieces() {}

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
