package dev.platen.cli;

import dev.platen.parameter.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line as one says it to a person; picocli says it otherwise. */
final class UsageWords {
  private static final Pattern NO_PAIR =
      Pattern.compile(
          "Value for option option '?([^' ]+)'? .*should be in KEY=VALUE format but was (.*)");
  private static final Pattern NO_NUMBER = Pattern.compile("is not an? (int|long|double)");

  private static final String LONG = "--";

  private UsageWords() {}

  /** What is wrong, in lower case and without a full stop. */
  static String what(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(e.getMessage());
    Matcher noPair = NO_PAIR.matcher(message);
    if (noPair.matches()) {
      return "'%s' is no NAME=VALUE, which %s takes".formatted(noPair.group(2), noPair.group(1));
    }
    return lowerFirst(
        NO_NUMBER
            .matcher(message)
            .replaceAll(
                type -> type.group(1).equals("double") ? "is no number" : "is no whole number"));
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    if (e.isUnknownOption() && !isBehindTheOptions(e)) {
      return "unknown option: '" + first + "'";
    }
    boolean isCommand = !e.getCommandLine().getSubcommands().isEmpty();
    return (isCommand ? "unknown command: '" : "one argument too many: '") + first + "'";
  }

  /** Whether it is an option's name behind {@code --}, where nothing is an option. */
  private static boolean isBehindTheOptions(UnmatchedArgumentException e) {
    String option = e.getUnmatched().get(0).split("=", 2)[0];
    return e.getCommandLine().getCommandSpec().optionsMap().containsKey(option);
  }

  /** What was meant, if that can be guessed. */
  static Optional<String> meant(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched) || isBehindTheOptions(unmatched)) {
      return Optional.empty();
    }
    String option = unmatched.getUnmatched().get(0).split("=", 2)[0];
    return unmatched.isUnknownOption() && option.startsWith(LONG)
        ? NearestName.of(option.substring(LONG.length()), longOptions(e)).map(LONG::concat)
        : unmatched.getSuggestions().stream().findFirst();
  }

  private static List<String> longOptions(ParameterException e) {
    return e.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
        .filter(name -> name.startsWith(LONG))
        .map(name -> name.substring(LONG.length()))
        .toList();
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
