package dev.platen.report.terminal;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a piece of text looks.
 *
 * @param link where it leads, or ""
 */
record TextStyle(TerminalColour ink, TerminalColour ground, Set<Mark> marks, String link) {
  static final TextStyle PLAIN =
      new TextStyle(TerminalColour.DEFAULT, TerminalColour.DEFAULT, Set.of(), "");

  /** The renditions besides colour; each becomes a class of its own. */
  enum Mark {
    BOLD("tb"),
    FAINT("tf"),
    ITALIC("ti"),
    UNDERLINE("tu"),
    STRIKE("ts"),
    INVERSE("tv"),
    CONCEALED("tc");

    private final String cssClass;

    Mark(String cssClass) {
      this.cssClass = cssClass;
    }

    String cssClass() {
      return cssClass;
    }
  }

  boolean isUncoloured() {
    return ink.equals(TerminalColour.DEFAULT) && ground.equals(TerminalColour.DEFAULT);
  }

  TextStyle withInk(TerminalColour colour) {
    return new TextStyle(colour, ground, marks, link);
  }

  TextStyle withGround(TerminalColour colour) {
    return new TextStyle(ink, colour, marks, link);
  }

  TextStyle withLink(String target) {
    return new TextStyle(ink, ground, marks, target);
  }

  TextStyle with(Mark mark) {
    EnumSet<Mark> more = EnumSet.of(mark);
    more.addAll(marks);
    return new TextStyle(ink, ground, Set.copyOf(more), link);
  }

  TextStyle without(Mark mark, Mark... others) {
    EnumSet<Mark> fewer = EnumSet.noneOf(Mark.class);
    fewer.addAll(marks);
    fewer.removeAll(EnumSet.of(mark, others));
    return new TextStyle(ink, ground, Set.copyOf(fewer), link);
  }
}
