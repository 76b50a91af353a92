package dev.platen.cli;

import dev.platen.cli.output.Table;
import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.run.RunFolder;
import dev.platen.study.compare.ComparePages;
import dev.platen.study.label.MarkChange;
import dev.platen.study.label.RunMark;
import dev.platen.study.label.RunMarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen label}: labels, notes and stars on runs. */
@Command(
    name = "label",
    description = {
      "Labels runs, notes something of them, or gives them a star; without an option, shows what they have.",
      "",
      "All of it is in labels.json beside the run folders, which stay as they were sealed. The compare page"
          + " and runs.csv, if they are there, are brought up to date."
    },
    footer = {
      "",
      "Examples:",
      "  platen label runs k3v9qd --add baseline --star",
      "  platen label runs k3v9qd m2xw7a --remove baseline --note 'before the new data'",
      "  platen label runs                            everything that was noted"
    })
final class LabelCommand extends PlatenCommand {
  private static final int SHOWN = 60;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder that holds the runs.")
  private Path dir = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "RUN",
      description = "Runs: their folders, ids, or parts of their names that no other has.")
  private List<String> runs = List.of();

  @Option(names = "--add", paramLabel = "LABEL", description = "A label to add; may be repeated.")
  private List<String> add = List.of();

  @Option(
      names = "--remove",
      paramLabel = "LABEL",
      description = "A label to take away; may be repeated.")
  private List<String> remove = List.of();

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "A note, in place of the one that is there; '' takes it away.")
  private @Nullable String note;

  @Option(
      names = "--star",
      negatable = true,
      fallbackValue = "true",
      description = "Give a star; --no-star takes it away.")
  private @Nullable Boolean star;

  LabelCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    MarkChange change =
        new MarkChange(add, remove, Optional.ofNullable(note), Optional.ofNullable(star));
    Path place = dir.toAbsolutePath().normalize();
    List<RunFolder> folders = RunFolders.in(List.of(dir));
    if (folders.equals(List.of(new RunFolder(place)))) {
      throw Fault.of(FaultKind.USAGE, "'" + dir + "' is a run itself")
          .where("DIR, the command line")
          .found("a folder with a run.json")
          .mend("name the folder that holds it, then the run");
    }
    if (change.isNone()) {
      show(RunMarks.read(place), chosen(folders), terminal);
      return 0;
    }
    if (runs.isEmpty()) {
      throw Fault.of(FaultKind.USAGE, "no run to label")
          .where("RUN, the command line")
          .mend("name one or more behind " + dir);
    }
    Set<RunFolder> chosen = chosen(folders);
    RunMarks marks = RunMarks.change(place, chosen.stream().map(RunFolder::id).toList(), change);
    if (Files.exists(place.resolve("index.html"))) {
      var unused = ComparePages.update(place);
    }
    show(marks, chosen, terminal);
    return 0;
  }

  /** Those named; without any, all. */
  private Set<RunFolder> chosen(List<RunFolder> folders) {
    if (runs.isEmpty()) {
      return new LinkedHashSet<>(folders);
    }
    RunChoice choice = new RunChoice(folders);
    Set<RunFolder> chosen = new LinkedHashSet<>();
    runs.forEach(run -> chosen.add(choice.find(run)));
    return chosen;
  }

  private void show(RunMarks marks, Set<RunFolder> chosen, Terminal terminal) {
    Table table = new Table("run", "star", "labels", "note");
    int rows = 0;
    for (RunFolder folder : chosen) {
      RunMark mark = marks.of(folder.id());
      if (!mark.isNone() || !runs.isEmpty()) {
        rows++;
        table.row(
            String.valueOf(folder.path().getFileName()),
            mark.star() ? "*" : "",
            String.join(", ", mark.labels()),
            shortened(mark.note()));
      }
    }
    if (rows == 0) {
      terminal.say("no run has a label, a note or a star");
    } else {
      terminal.resultText(table.text());
    }
  }

  private static String shortened(String note) {
    String line = note.replaceAll("\\s+", " ");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
