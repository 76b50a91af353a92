package dev.platen.report.terminal;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.LinkTargets;
import dev.platen.report.terminal.TextStyle.Mark;
import java.util.ArrayList;
import java.util.List;

/** Writes styled text as spans; neighbours of one style share one. */
final class StyledSpans implements Screen {
  private final HtmlWriter html;
  private TextStyle current = TextStyle.PLAIN;

  StyledSpans(HtmlWriter html) {
    this.html = html;
  }

  @Override
  public void put(String text, int from, int to, TextStyle style) {
    if (from < to) {
      change(style);
      html.text(text, from, to);
    }
  }

  /** Closes what is open; the next text begins anew. */
  void finish() {
    change(TextStyle.PLAIN);
  }

  private void change(TextStyle style) {
    if (style.equals(current)) {
      return;
    }
    if (!current.equals(TextStyle.PLAIN)) {
      html.close();
    }
    current = style;
    if (!style.equals(TextStyle.PLAIN)) {
      open(style);
    }
  }

  private void open(TextStyle style) {
    if (!style.link().isEmpty() && LinkTargets.isHarmless(style.link())) {
      html.open("a").attribute("href", style.link());
    } else {
      html.open("span");
    }
    boolean bold = style.marks().contains(Mark.BOLD);
    TerminalColour ink = bold ? style.ink().bright() : style.ink();
    List<String> classes = new ArrayList<>();
    StringBuilder fixed = new StringBuilder();
    colour(ink, "f", "color", classes, fixed);
    colour(style.ground(), "g", "background-color", classes, fixed);
    for (Mark mark : Mark.values()) {
      if (style.marks().contains(mark)) {
        classes.add(mark.cssClass());
      }
    }
    html.attribute("class", classes.isEmpty() ? null : String.join(" ", classes));
    html.attribute("style", fixed.isEmpty() ? null : fixed.toString());
  }

  private static void colour(
      TerminalColour colour,
      String prefix,
      String property,
      List<String> classes,
      StringBuilder fixed) {
    if (colour.isThemed()) {
      classes.add(prefix + colour.code());
    } else if (colour.isFixed()) {
      fixed.append(fixed.isEmpty() ? "" : ";").append(property).append(':').append(colour.css());
    }
  }
}
