package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code platen completion}: teaches the shell Platen's commands and options. */
@Command(
    name = CompletionCommand.NAME,
    description = {
      "Prints a completion script for bash and zsh.",
      "",
      "Add to ~/.bashrc or ~/.zshrc:  source <(platen completion)"
    })
final class CompletionCommand extends PlatenCommand {
  static final String NAME = "completion";

  private final CommandLine whole;

  CompletionCommand(Commands.Context context, CommandLine whole) {
    super(context);
    this.whole = whole;
  }

  @Override
  int execute(Terminal terminal) {
    terminal.resultText(AutoComplete.bash("platen", whole));
    return 0;
  }
}
