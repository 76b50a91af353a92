package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.run.RunFolder;
import dev.platen.run.RunRecovery;
import dev.platen.run.file.FileRecovery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code platen recover}: notebook and report of runs whose Platen was killed. */
@Command(
    name = "recover",
    description =
        "Finishes runs whose Platen was killed: all that had arrived becomes a notebook and a report, and is sealed;"
            + " of 'platen papermill' and 'platen execute' a notebook.")
final class RecoverCommand extends PlatenCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "A run's folder, a folder of runs, or a notebook that was being written.")
  private List<Path> paths = List.of();

  RecoverCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    int recovered = 0;
    int exitCode = 0;
    List<Path> notebooks = paths.stream().filter(FileRecovery::isUnfinished).toList();
    for (Path notebook : notebooks) {
      FileRecovery.recover(notebook);
      recovered++;
      terminal.result(notebook.toString());
    }
    for (RunRecovery.Recovered each : recoverAll(notebooks)) {
      RunFolder folder = each.folder();
      switch (each.finding()) {
        case RECOVERED -> {
          recovered++;
          terminal.result(folder.report().toString());
        }
        case DISCARDED -> terminal.say("never began, removed: " + folder.path().getFileName());
        case STILL_RUNNING -> terminal.say("still running: " + folder.path().getFileName());
        case NOTHING_TO_DO -> terminal.detail("sealed: " + folder.path().getFileName());
        case REFUSED -> {
          Fault fault = each.fault().orElseThrow();
          terminal.error(fault.describe());
          exitCode = fault.kind().exitCode();
        }
      }
    }
    terminal.say("recovered: " + recovered);
    return exitCode;
  }

  private List<RunRecovery.Recovered> recoverAll(List<Path> notebooks) {
    List<RunRecovery.Recovered> all = new ArrayList<>();
    for (Path path : paths.stream().filter(path -> !notebooks.contains(path)).toList()) {
      RunFolder itself = new RunFolder(path.toAbsolutePath().normalize());
      if (itself.isRun() || itself.isUnfinished()) {
        all.add(RunRecovery.attempt(itself, Set.of()));
      } else {
        List<RunRecovery.Recovered> inside = RunRecovery.recoverAll(itself.path(), Set.of());
        if (inside.isEmpty()) {
          // Every run in it is sealed; or there is none, which is said.
          RunFolders.in(List.of(path));
        }
        all.addAll(inside);
      }
    }
    return all;
  }
}
