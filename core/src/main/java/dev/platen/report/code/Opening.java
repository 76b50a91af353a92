package dev.platen.report.code;

import org.jspecify.annotations.Nullable;

/** Tells whether something begins at a place that goes on until its own end. */
@FunctionalInterface
interface Opening {

  /**
   * What begins at the index, where a token begins; null if nothing does.
   *
   * @param afterValue whether the token before is a value, so that an operator may follow
   */
  @Nullable Opened at(String code, int at, boolean afterValue);

  /**
   * What began.
   *
   * @param body where the inside of the region begins
   */
  record Opened(Region region, int body) {}

  static Opening of(String mark, Region region) {
    return (code, at, afterValue) ->
        code.startsWith(mark, at) ? new Opened(region, at + mark.length()) : null;
  }

  /** Also behind one of the prefixes, letters in front of the mark. */
  static Opening of(String mark, Region region, String... prefixes) {
    return (code, at, afterValue) -> {
      for (String prefix : prefixes) {
        if (code.startsWith(prefix, at) && code.startsWith(mark, at + prefix.length())) {
          return new Opened(region, at + prefix.length() + mark.length());
        }
      }
      return null;
    };
  }

  /** Behind a name of any kind, as Scala and Julia have it. */
  static Opening afterName(String mark, Region region) {
    return (code, at, afterValue) -> {
      if (!Character.isUnicodeIdentifierStart(code.charAt(at))) {
        return null;
      }
      int end = at;
      while (end < code.length() && Character.isUnicodeIdentifierPart(code.charAt(end))) {
        end++;
      }
      return code.startsWith(mark, end) ? new Opened(region, end + mark.length()) : null;
    };
  }

  /** At the beginning of a word, as shells take comments. */
  static Opening word(String mark, Region region) {
    return (code, at, afterValue) ->
        code.startsWith(mark, at) && (at == 0 || " \t\n;&|(".indexOf(code.charAt(at - 1)) >= 0)
            ? new Opened(region, at + mark.length())
            : null;
  }

  /** At the beginning of a line. */
  static Opening lineStart(String mark, Region region) {
    return (code, at, afterValue) ->
        code.startsWith(mark, at) && (at == 0 || code.charAt(at - 1) == '\n')
            ? new Opened(region, at + mark.length())
            : null;
  }
}
