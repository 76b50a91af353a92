package dev.platen.report.math;

import java.util.List;
import java.util.Optional;

/**
 * What a command of the author's stands for.
 *
 * @param parameters 0 to 9
 * @param preset the first parameter where it may be left out, or given in brackets
 * @param body tokens, {@link Token.Kind#PARAMETER} where an argument goes
 */
record Macro(int parameters, Optional<List<Token>> preset, List<Token> body) {
  Macro {
    preset = preset.map(List::copyOf);
    body = List.copyOf(body);
    for (Token token : body) {
      if (token.kind() == Token.Kind.PARAMETER && Integer.parseInt(token.text()) > parameters) {
        throw new TexException("a macro uses a parameter that it does not have");
      }
    }
  }

  static Macro of(List<Token> body) {
    return new Macro(0, Optional.empty(), body);
  }
}
