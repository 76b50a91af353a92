package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.compare.Comparison;
import dev.platen.study.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code platen compare}: the page over all runs of a folder, made anew. */
@Command(
    name = "compare",
    description = {
      "Writes index.html and runs.csv over all runs of a folder.",
      "",
      "The last line on standard output is the page's path."
    },
    footer = {"", "Example:", "  platen compare runs"})
final class CompareCommand extends PlatenCommand {
  @Parameters(index = "0", paramLabel = "DIR", description = "The folder that holds the runs.")
  private Path dir = Path.of("");

  CompareCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    if (!Files.isDirectory(dir)) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "there is no folder '" + dir + "'")
          .where(dir.toAbsolutePath().normalize().toString())
          .mend("name the folder that holds the runs, such as 'runs'");
    }
    Ledger ledger = Ledger.read(dir);
    Comparison.of(ledger).write();
    ledger
        .broken()
        .forEach(each -> terminal.say("note: " + each.folder().path() + ": " + each.why()));
    terminal.say(ledger.runs().size() + (ledger.runs().size() == 1 ? " run" : " runs"));
    terminal.result(ledger.dir().resolve("index.html").toString());
    return 0;
  }
}
