package dev.platen.export;

import java.util.regex.Pattern;

/** A Markdown document that is written block by block. */
final class MarkdownBlocks {
  private static final Pattern LINE = Pattern.compile("(?m)^(?=.*\\S)");

  private final StringBuilder document = new StringBuilder();
  private boolean afterProse;

  /** Markdown as its author wrote it. */
  void text(String markdown) {
    add(markdown);
    afterProse = true;
  }

  /** An image, a table or another block that is whole in itself. */
  void object(String markdown) {
    add(markdown);
    afterProse = false;
  }

  /** Code between fences, which are longer than any run of backticks in it. */
  void fenced(String language, String code) {
    String fence = "`".repeat(Math.max(3, longestRun(code) + 1));
    add(fence + language + "\n" + code.stripTrailing() + "\n" + fence);
    afterProse = false;
  }

  /**
   * Text as it stands. It is indented, as nbconvert does it; after prose, where an indented block
   * may become part of a list, it gets fences.
   */
  void literal(String text) {
    if (text.isBlank()) {
      return;
    }
    if (afterProse) {
      fenced("", text);
      return;
    }
    add(LINE.matcher(text.stripTrailing()).replaceAll("    "));
  }

  private void add(String block) {
    String content = trimmed(block);
    if (!content.isEmpty()) {
      document.append(document.isEmpty() ? "" : "\n").append(content).append('\n');
    }
  }

  /** Without blank lines at the beginning and the end; indentation means something. */
  private static String trimmed(String block) {
    return block.replaceFirst("\\A(?:[ \\t]*+\\R)++", "").stripTrailing();
  }

  private static int longestRun(String code) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < code.length(); i++) {
      run = code.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  String text() {
    return document.toString();
  }
}
