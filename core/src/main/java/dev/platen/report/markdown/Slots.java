package dev.platen.report.markdown;

import dev.platen.report.html.TrustedHtml;
import java.util.ArrayList;
import java.util.List;

/**
 * Markup of ours that must not go through the sanitiser: the rendered text has holes for it, which
 * are filled last.
 */
final class Slots {
  private static final String OPEN = "<x-slot n=\"";
  private static final String CLOSE = "\"></x-slot>";

  private final List<TrustedHtml> fragments = new ArrayList<>();
  private boolean foreignHtml;

  /** Keeps the fragment, and gives the hole to write in its place. */
  String hole(TrustedHtml fragment) {
    fragments.add(fragment);
    return OPEN + (fragments.size() - 1) + CLOSE;
  }

  void noteForeignHtml() {
    foreignHtml = true;
  }

  /** Whether the text holds HTML of its author's. */
  boolean hasForeignHtml() {
    return foreignHtml;
  }

  List<TrustedHtml> fragments() {
    return fragments;
  }

  /** Fills the holes of a text without HTML of others, in which no hole can be forged. */
  String fill(String markup) {
    StringBuilder filled = new StringBuilder(markup.length());
    int start = 0;
    for (int at = markup.indexOf(OPEN); at >= 0; at = markup.indexOf(OPEN, start)) {
      int close = markup.indexOf(CLOSE, at);
      filled.append(markup, start, at);
      int index = Integer.parseInt(markup.substring(at + OPEN.length(), close));
      filled.append(fragments.get(index).markup());
      start = close + CLOSE.length();
    }
    return filled.append(markup, start, markup.length()).toString();
  }
}
