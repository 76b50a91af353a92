package dev.platen.parameter.read;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** What is wrong in a YAML text, where (if known), and how to mend it. */
final class YamlProblem extends Exception {
  private static final int SNIPPET_WIDTH = 70;

  private final @Nullable Mark mark;
  private final String mend;

  YamlProblem(String message, @Nullable Mark mark, String mend) {
    super(message);
    this.mark = mark;
    this.mend = mend;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String mend() {
    return mend;
  }

  /** {@code source:line:column}, 1-based; the source alone if the place isn't known. */
  String where(String source) {
    return mark == null
        ? source
        : source + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
  }

  /** The line, and a caret under the place; null if it isn't known. */
  @Nullable String snippet() {
    return mark == null ? null : mark.get_snippet(0, SNIPPET_WIDTH);
  }
}
