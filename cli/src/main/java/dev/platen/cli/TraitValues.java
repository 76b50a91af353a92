package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Values of options of the form {@code --Class.trait=value}, as Jupyter's programs read them. */
final class TraitValues {
  private static final String WORD = "'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern QUOTED = Pattern.compile(WORD);

  /** A regular expression may begin with a bracket too. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "[\\[({]\\s*(?:(?:%1$s)\\s*(?:,\\s*(?:%1$s)\\s*)*,?\\s*)?[])}]".formatted(WORD));

  private TraitValues() {}

  /**
   * The texts of a list, a set or a tuple of Python's, such as {@code ['a', "b"]}, or of one bare
   * word, for each time that the option was given.
   */
  static Set<String> texts(List<String> given) {
    Set<String> all = new LinkedHashSet<>();
    for (String value : given) {
      String text = value.strip();
      if (LITERAL.matcher(text).matches()) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
          String inner = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
          all.add(inner.replaceAll("\\\\(['\"\\\\])", "$1"));
        }
      } else if (!text.isEmpty()) {
        all.add(text);
      }
    }
    return all;
  }

  static List<Pattern> patterns(String option, List<String> given) {
    return texts(given).stream().map(text -> pattern(option, text)).toList();
  }

  private static Pattern pattern(String option, String text) {
    try {
      return Pattern.compile(text.replace("\\Z", "\\z"), Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      throw Fault.of(FaultKind.USAGE, "'" + text + "' is no regular expression")
          .where(option)
          .found(e.getDescription() + " at its character " + (e.getIndex() + 1))
          .mend("see docs/nbconvert.md; in a shell, put the expression in quotes")
          .cause(e);
    }
  }
}
