package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.compare.ComparePages;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen compare}: all runs of a folder on one page. */
@Command(
    name = "compare",
    description =
        "Writes index.html and runs.csv into a folder of runs: what is best, the statistics of"
            + " repeats, a table of all runs.")
final class CompareCommand extends PlatenCommand {
  @Parameters(arity = "0..*", paramLabel = "DIR", description = "Folders of runs. Default: runs")
  private List<Path> dirs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the two files go. Default: into DIR; of several folders, into the one that you are"
              + " in")
  private @Nullable Path out;

  CompareCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    Map<Path, Ledger> byDir = new LinkedHashMap<>();
    for (Path dir : dirs.isEmpty() ? List.of(Path.of("runs")) : dirs) {
      // However it is spelled, a folder counts once.
      byDir.computeIfAbsent(dir.toAbsolutePath().normalize(), unused -> RunFolders.ledger(dir));
    }
    List<Ledger> ledgers = List.copyOf(byDir.values());
    Path place = out != null ? out : ledgers.size() == 1 ? ledgers.get(0).dir() : Path.of("");
    if (!Files.isDirectory(place.toAbsolutePath())) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "no folder '" + place + "' to write into")
          .where("--out")
          .mend("make it first, or name one that is there");
    }
    ComparePages.Written written = ComparePages.update(ledgers, place);
    int runs = written.runs();
    terminal.say(runs == 1 ? "1 run compared" : runs + " runs compared");
    for (BrokenFolder each : written.notCounted()) {
      terminal.say("not counted: " + each.folder().path().getFileName() + ": " + each.why());
    }
    terminal.result(written.page().toString());
    return 0;
  }
}
