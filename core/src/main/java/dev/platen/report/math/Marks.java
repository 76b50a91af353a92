package dev.platen.report.math;

import dev.platen.report.math.Accented.Growth;
import org.jspecify.annotations.Nullable;

/** The accents, and the arrows that carry labels. */
final class Marks {
  private Marks() {}

  /** The mark that a command puts above or below its argument. */
  static Accented.@Nullable Mark accent(String command) {
    return switch (command) {
      case "hat" -> above("ˆ");
      case "check" -> above("ˇ");
      case "tilde" -> above("˜");
      case "bar" -> above("¯");
      case "vec" -> new Accented.Mark("→", true, Growth.SMALL, Limits.BESIDE);
      case "dot" -> above("˙");
      case "ddot" -> above("¨");
      case "dddot" -> above("\u20db");
      case "ddddot" -> above("\u20dc");
      case "acute" -> above("´");
      case "grave" -> above("`");
      case "breve" -> above("˘");
      case "mathring" -> above("˚");
      case "widehat" -> widening("ˆ");
      case "widecheck" -> widening("ˇ");
      case "widetilde" -> widening("˜");
      case "overrightarrow" -> wideAbove("→");
      case "overleftarrow" -> wideAbove("←");
      case "overleftrightarrow" -> wideAbove("↔");
      case "overparen", "wideparen" -> wideAbove("⏜");
      case "underrightarrow" -> wideBelow("→");
      case "underleftarrow" -> wideBelow("←");
      case "underleftrightarrow" -> wideBelow("↔");
      case "overbrace" -> new Accented.Mark("⏞", true, Growth.STRETCHES, Limits.STACKED);
      case "overbracket" -> new Accented.Mark("⎴", true, Growth.STRETCHES, Limits.STACKED);
      case "underbrace" -> new Accented.Mark("⏟", false, Growth.STRETCHES, Limits.STACKED);
      case "underbracket" -> new Accented.Mark("⎵", false, Growth.STRETCHES, Limits.STACKED);
      default -> null;
    };
  }

  /** The arrow that a command draws as long as its labels. */
  static @Nullable String arrow(String command) {
    return switch (command) {
      case "xrightarrow" -> "→";
      case "xleftarrow" -> "←";
      case "xleftrightarrow" -> "↔";
      case "xRightarrow" -> "⇒";
      case "xLeftarrow" -> "⇐";
      case "xLeftrightarrow" -> "⇔";
      case "xmapsto" -> "↦";
      case "xhookrightarrow" -> "↪";
      case "xhookleftarrow" -> "↩";
      case "xrightleftharpoons" -> "⇌";
      case "xtwoheadrightarrow" -> "↠";
      case "xlongequal" -> "=";
      default -> null;
    };
  }

  private static Accented.Mark above(String text) {
    return new Accented.Mark(text, true, Growth.FIXED, Limits.BESIDE);
  }

  private static Accented.Mark widening(String text) {
    return new Accented.Mark(text, true, Growth.WIDENS, Limits.BESIDE);
  }

  private static Accented.Mark wideAbove(String text) {
    return new Accented.Mark(text, true, Growth.STRETCHES, Limits.BESIDE);
  }

  private static Accented.Mark wideBelow(String text) {
    return new Accented.Mark(text, false, Growth.STRETCHES, Limits.BESIDE);
  }
}
