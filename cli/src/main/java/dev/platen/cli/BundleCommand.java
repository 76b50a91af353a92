package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.study.export.Bundle;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.Ledger;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen bundle}: a folder of runs as one file. */
@Command(
    name = "bundle",
    description = {
      "Makes one zip file of a folder of runs: the compare page, runs.csv, labels, and every sealed run folder.",
      "",
      "Unpacked anywhere, the page and its links work, and 'platen verify' can check the seals. Runs that"
          + " haven't ended and runs whose seal is broken are left out. The same runs give the same file."
    },
    footer = {"", "Example:", "  platen bundle runs -o penguins.zip"})
final class BundleCommand extends PlatenCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder that holds the runs. Default: runs")
  private Path dir = Path.of("runs");

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "The zip file. Default: DIR.zip beside it")
  private @Nullable Path out;

  BundleCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    Ledger ledger = RunFolders.ledger(dir);
    Path file =
        out != null ? out : ledger.dir().resolveSibling(ledger.dir().getFileName() + ".zip");
    Bundle.Contents contents = Bundle.write(ledger, file);
    for (BrokenFolder each : contents.leftOut()) {
      terminal.say("left out: " + each.folder().path().getFileName() + ": " + each.why());
    }
    terminal.say(contents.runs() == 1 ? "1 run bundled" : contents.runs() + " runs bundled");
    terminal.result(file.toString());
    return 0;
  }
}
