package dev.platen.report.code;

import java.util.Optional;
import java.util.Set;

/**
 * A language that the library doesn't know, told by its words and its marks.
 *
 * @param block whether {@code #=} opens a comment that {@code =#} closes
 * @param triple whether three double quotes hold a text over several lines
 * @param characters whether single quotes hold one character, or else follow a name as an operator
 * @param wordMarks what stands in names beside letters, digits and {@code _}
 * @param decorators whether {@code @} begins a macro's name
 */
record WordLanguage(
    Set<String> keywords,
    Set<String> constants,
    Set<String> builtins,
    boolean block,
    boolean triple,
    boolean characters,
    String wordMarks,
    boolean decorators) {

  /** See {@code ?reserved} in R. */
  private static final WordLanguage R =
      new WordLanguage(
          words("break else for function if in next repeat return while library require"),
          words("TRUE FALSE T F NULL NA NA_integer_ NA_real_ NA_complex_ NA_character_ Inf NaN"),
          words(
              "abs apply c cat data.frame dim factor head lapply length list lm matrix max mean"
                  + " median min names ncol nrow paste paste0 plot predict print range rep round"
                  + " sapply sd seq set.seed source stop str sum summary table tail unique var"
                  + " warning which"),
          false,
          false,
          false,
          ".",
          false);

  /** See the keywords in Julia's manual. */
  private static final WordLanguage JULIA =
      new WordLanguage(
          words(
              "abstract baremodule begin break catch const continue do else elseif end export"
                  + " finally for function global if import in isa let local macro module mutable"
                  + " primitive quote return struct try type using where while"),
          words("true false nothing missing Inf NaN pi"),
          words(
              "abs collect convert display filter findall length map maximum minimum ones print"
                  + " println push! rand randn range reduce show size sum throw typeof zeros"),
          true,
          true,
          true,
          "!",
          true);

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /** By the name of a kernel's language or a fence, in lower case. */
  static Optional<WordLanguage> of(String language) {
    return switch (language) {
      case "r", "ir", "s" -> Optional.of(R);
      case "julia", "jl" -> Optional.of(JULIA);
      default -> Optional.empty();
    };
  }
}
