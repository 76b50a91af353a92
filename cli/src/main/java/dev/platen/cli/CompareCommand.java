package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.compare.ComparePages;
import dev.platen.study.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code platen compare}: all runs of a folder on one page. */
@Command(
    name = "compare",
    description =
        "Writes index.html and runs.csv into a folder of runs: what is best, the statistics of"
            + " repeats, a table of all runs.")
final class CompareCommand extends PlatenCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "The folder of runs. Default: ${DEFAULT-VALUE}")
  private Path dir = Path.of("runs");

  CompareCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    Ledger ledger = Ledger.read(dir);
    if (ledger.runs().isEmpty() && ledger.broken().isEmpty()) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "no run in '" + dir + "'")
          .where(dir.toAbsolutePath().normalize().toString())
          .found(Files.isDirectory(dir) ? "no folder with a run.json" : "no such folder")
          .mend("name the folder that holds the runs, such as 'runs'");
    }
    Path page = ComparePages.update(ledger);
    int runs = ledger.current().size();
    terminal.say(runs == 1 ? "1 run compared" : runs + " runs compared");
    ledger
        .broken()
        .forEach(
            each ->
                terminal.say(
                    "can't be read: " + each.folder().path().getFileName() + ": " + each.why()));
    terminal.result(page.toString());
    return 0;
  }
}
