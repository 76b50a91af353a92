package dev.platen.parameter;

import java.text.Normalizer;
import java.util.Set;

/**
 * What Python takes as a variable's name.
 *
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html#identifiers">identifiers
 *     and keywords</a>
 */
public final class PythonNames {
  private static final Set<String> KEYWORDS =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield __debug__")
              .split(" "));

  private PythonNames() {}

  public static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  /** Python compares names in NFKC; a name must be one in that form too. */
  public static boolean isName(String name) {
    return isPlainName(name) && isPlainName(Normalizer.normalize(name, Normalizer.Form.NFKC));
  }

  private static boolean isPlainName(String name) {
    if (name.isEmpty() || isKeyword(name)) {
      return false;
    }
    int first = name.codePointAt(0);
    return (first == '_' || Character.isUnicodeIdentifierStart(first))
        && name.codePoints()
            .allMatch(
                c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }
}
