package dev.platen.report.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/** What stands behind a fence, in the ways of GitHub, Pandoc, Quarto and MyST. */
final class FenceInfo {
  private static final Pattern DIRECTIVE =
      Pattern.compile("\\{(?:code-cell|code-block|code|sourcecode)}\\s*(\\S*).*");

  private static final Pattern BRACES = Pattern.compile("\\{\\s*[.=]?([^\\s{},.]+).*");
  private static final Pattern WORD = Pattern.compile("(?:language-|lang-)?([^\\s{},:;]+).*");

  private FenceInfo() {}

  /** The block's language; "" if none is named. */
  static String language(FencedCodeBlock block) {
    return language(block.getInfo() == null ? "" : block.getInfo());
  }

  /** The code's language; "" if none is named. */
  static String language(String info) {
    String line = info.strip();
    for (Pattern form : new Pattern[] {DIRECTIVE, BRACES, WORD}) {
      Matcher matcher = form.matcher(line);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return "";
  }
}
