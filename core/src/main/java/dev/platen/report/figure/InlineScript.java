package dev.platen.report.figure;

import dev.platen.report.html.ScriptHash;

/** A script that an output brings. Large ones are in the report once, however often they come. */
record InlineScript(String text) {
  private static final int LARGE = 20_000;

  boolean isLarge() {
    return text.length() > LARGE;
  }

  /** The id of the element that holds a large one. */
  String id() {
    return "part-" + ScriptHash.of(text).replaceAll("\\W", "").substring(0, 16);
  }
}
