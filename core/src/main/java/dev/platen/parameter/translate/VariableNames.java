package dev.platen.parameter.translate;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a language takes as a variable's name: ASCII only, but for Python, whatever more the
 * language allows.
 *
 * @param language as people write it, such as {@code Julia}
 */
record VariableNames(String language, Predicate<String> form, Predicate<String> reserved) {
  private static final String USUAL = "[A-Za-z_][A-Za-z0-9_]*";

  /** Letters, digits and '_', no digit first, but none of the reserved words. */
  static VariableNames usual(String language, String reserved) {
    return of(language, USUAL, reserved);
  }

  static VariableNames of(String language, String form, String reserved) {
    return new VariableNames(
        language, Pattern.compile(form).asMatchPredicate(), Set.of(reserved.split(" "))::contains);
  }

  /**
   * The name itself.
   *
   * @throws Fault {@code PARAMETER_INVALID} if it is none
   */
  String checked(String name) {
    boolean taken = reserved.test(name);
    if (taken || !form.test(name)) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "'" + name + "' can't be the name of a parameter")
          .where("parameter '" + name + "'")
          .found(taken ? "a word that " + language + " keeps for itself" : "no name in " + language)
          .mend(
              "name it by letters, digits and '_', no digit first, and by no word of " + language);
    }
    return name;
  }
}
