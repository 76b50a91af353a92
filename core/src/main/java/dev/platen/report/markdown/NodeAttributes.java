package dev.platen.report.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * What stands in braces behind a heading, an image or a formula, as in <code>{#fig-x width=50%}
 * </code>.
 *
 * @see <a href="https://pandoc.org/MANUAL.html#extension-attributes">Pandoc</a>
 */
record NodeAttributes(Optional<String> id, Map<String, String> values) {
  static final NodeAttributes NONE = new NodeAttributes(Optional.empty(), Map.of());

  private static final String PART =
      "#[\\w:.-]+|\\.?[\\w-]+(?:=(?:[^\\s{}\"“”]+|[\"“][^\"“”]*[\"”]))?";
  private static final Pattern PARTS = Pattern.compile(PART);
  private static final Pattern BRACES =
      Pattern.compile("\\{\\s*(?=[#.]|[\\w-]+=)((?:" + PART + ")(?:\\s+(?:" + PART + "))*)\\s*\\}");

  private static final int LONGEST = 1000;

  /** Takes the braces at the beginning of the text, if they are there, out of it. */
  static NodeAttributes takeFromStart(Text text, boolean afterBlanks) {
    String literal = text.getLiteral();
    int start = afterBlanks ? literal.length() - literal.stripLeading().length() : 0;
    Matcher matcher = BRACES.matcher(literal).region(start, Math.min(literal.length(), LONGEST));
    if (!literal.startsWith("{", start) || !matcher.lookingAt()) {
      return NONE;
    }
    NodeAttributes found = of(matcher.group(1));
    keep(text, literal.substring(matcher.end()));
    return found;
  }

  /** The same at the end of what the node holds. */
  static NodeAttributes takeFromEnd(Node node) {
    if (!(node.getLastChild() instanceof Text text)
        || !text.getLiteral().stripTrailing().endsWith("}")) {
      return NONE;
    }
    String literal = text.getLiteral();
    int start = literal.lastIndexOf('{');
    Matcher matcher = BRACES.matcher(literal.stripTrailing());
    if (start < 0
        || literal.length() - start > LONGEST
        || !matcher.region(start, literal.stripTrailing().length()).matches()) {
      return NONE;
    }
    NodeAttributes found = of(matcher.group(1));
    keep(text, literal.substring(0, start).stripTrailing());
    return found;
  }

  private static void keep(Text text, String literal) {
    if (literal.isEmpty()) {
      text.unlink();
    } else {
      text.setLiteral(literal);
    }
  }

  private static NodeAttributes of(String parts) {
    String id = null;
    Map<String, String> values = new LinkedHashMap<>();
    Matcher matcher = PARTS.matcher(parts);
    while (matcher.find()) {
      String part = matcher.group();
      int equals = part.indexOf('=');
      if (part.startsWith("#")) {
        id = part.substring(1);
      } else if (equals > 0) {
        values.put(part.substring(0, equals), part.substring(equals + 1).replaceAll("[\"“”]", ""));
      }
    }
    return new NodeAttributes(Optional.ofNullable(id), values);
  }
}
