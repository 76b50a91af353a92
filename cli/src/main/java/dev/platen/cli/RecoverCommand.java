package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.run.RunFolder;
import dev.platen.run.RunRecovery;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code platen recover}: notebook and report of runs whose Platen was killed. */
@Command(
    name = "recover",
    description =
        "Finishes runs whose Platen was killed: all that had arrived becomes a notebook and a report, and is sealed.")
final class RecoverCommand extends PlatenCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "A run's folder, or a folder of runs.")
  private List<Path> paths = List.of();

  RecoverCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    int recovered = 0;
    for (RunFolder folder : RunFolders.in(paths)) {
      switch (RunRecovery.recover(folder)) {
        case RECOVERED -> {
          recovered++;
          terminal.result(folder.report().toString());
        }
        case STILL_RUNNING -> terminal.say("still running: " + folder.path().getFileName());
        case NOTHING_TO_DO -> terminal.detail("sealed: " + folder.path().getFileName());
      }
    }
    terminal.say("recovered: " + recovered);
    return 0;
  }
}
