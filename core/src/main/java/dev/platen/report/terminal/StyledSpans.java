package dev.platen.report.terminal;

import dev.platen.report.html.Colour;
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
    if (isWebAddress(style.link())) {
      html.open("a").attribute("href", style.link());
    } else {
      html.open("span");
    }
    List<String> classes = new ArrayList<>();
    StringBuilder fixed = new StringBuilder();
    ink(style, classes, fixed);
    ground(style.ground(), classes, fixed);
    for (Mark mark : Mark.values()) {
      // A colour has just the contrast that it needs.
      boolean tooFaint = mark == Mark.FAINT && !style.isUncoloured();
      if (style.marks().contains(mark) && !tooFaint) {
        classes.add(mark.cssClass());
      }
    }
    html.attribute("class", classes.isEmpty() ? null : String.join(" ", classes));
    html.attribute("style", fixed.isEmpty() ? null : fixed.toString());
  }

  /** Terminals also link to files of the machine that wrote, which no reader has. */
  private static boolean isWebAddress(String link) {
    boolean web =
        link.regionMatches(true, 0, "https://", 0, 8)
            || link.regionMatches(true, 0, "http://", 0, 7);
    return web && LinkTargets.isHarmless(link);
  }

  /** On a ground that is the same in both themes, what can be read there; elsewhere as they say. */
  private static void ink(TextStyle style, List<String> classes, StringBuilder fixed) {
    TerminalColour ink = style.ink();
    Colour ground = style.ground().fixed();
    if (ground != null) {
      Colour readable = ink.fixed() == null ? ground.ink() : ink.fixed().on(ground);
      fixed.append("color:").append(readable.css());
    } else if (ink.isThemed()) {
      boolean bold = style.marks().contains(Mark.BOLD);
      classes.add("f" + (bold ? ink.bright() : ink).theme());
    } else if (ink.fixed() != null) {
      classes.add("fx");
      fixed.append(ink.fixed().themed());
    }
  }

  private static void ground(TerminalColour ground, List<String> classes, StringBuilder fixed) {
    if (ground.isThemed()) {
      classes.add("g" + ground.theme());
    } else if (ground.fixed() != null) {
      fixed.append(fixed.isEmpty() ? "" : ";").append("background:").append(ground.fixed().css());
    }
  }
}
