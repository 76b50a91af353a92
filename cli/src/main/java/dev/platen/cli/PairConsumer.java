package dev.platen.cli;

import dev.platen.cli.papermill.PapermillParameters.Pair;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the two words behind an option as they are, also those that begin with a dash. */
final class PairConsumer implements IParameterConsumer {
  @Override
  public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
    if (args.size() < 2) {
      throw new CommandLine.MissingParameterException(
          command.commandLine(),
          option,
          "%s takes a name and a value; there is %s"
              .formatted(
                  names(option),
                  args.isEmpty() ? "neither" : "only one word, '" + args.peek() + "'"));
    }
    List<Pair> pairs = option.getValue();
    pairs.add(new Pair(args.pop(), args.pop()));
  }

  private static String names(ArgSpec option) {
    return option instanceof OptionSpec named
        ? String.join(" or ", named.names())
        : option.paramLabel();
  }
}
