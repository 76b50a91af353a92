package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.cli.output.Verbosity;
import dev.platen.cli.output.WhyText;
import dev.platen.fault.Fault;
import dev.platen.run.RunFolder;
import dev.platen.run.provenance.FileHasher;
import dev.platen.study.label.RunMark;
import dev.platen.study.label.RunMarks;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.Expectation;
import dev.platen.study.ledger.Freshness;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen why}: whether a run would run again, input by input. */
@Command(
    name = "why",
    description = {
      "Says of a finished run whether it would run again, and why: input by input.",
      "",
      "An input is what the run depended on: its parameters, the template's code, the kernel, packages, the files that"
          + " it imported and read, and those that its study declares."
    },
    footer = {
      "",
      "Examples:",
      "  platen why runs k3v9qd",
      "  platen why runs hidden=32,lr=0.1,seed=2 --study study.yaml"
    })
final class WhyCommand extends PlatenCommand {
  @Parameters(index = "0", paramLabel = "DIR", description = "The folder that holds the runs.")
  private Path dir = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      description = "The run's folder, its id, or a part of its name that no other has.")
  private String run = "";

  @Option(
      names = "--study",
      paramLabel = "FILE",
      description =
          "Compare with what this study would run (default: what the run itself was asked for).")
  private @Nullable Path study;

  @Option(names = "--json", description = "Print all verdicts as one line of JSON.")
  private boolean json;

  WhyCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    Ledger ledger = RunFolders.ledger(dir);
    RunFolder folder = new RunChoice(folders(ledger)).find(run);
    RunMark mark = noted(ledger, folder, terminal);
    WhyText text = new WhyText(terminal, folder, mark, verbosity() == Verbosity.VERBOSE);
    Optional<PastRun> past =
        ledger.runs().stream().filter(each -> each.folder().equals(folder)).findFirst();
    if (past.isEmpty()) {
      text.unreadable(why(ledger, folder), json);
      return 0;
    }
    Again again = new Again(context().env());
    Optional<Expectation> now =
        study == null
            ? Optional.of(again.asItWasAsked(past.get()))
            : again.asTheStudyHasIt(study, past.get(), ledger.index());
    if (now.isEmpty()) {
      text.noTrial(past.get(), json);
      return 0;
    }
    List<Verdict> verdicts =
        new Freshness(new FileHasher(context().clock())).check(past.get(), now.get());
    text.verdicts(past.get(), ledger.successor(past.get()), verdicts, json);
    return 0;
  }

  /** Labels that can't be read are no reason not to say why. */
  private static RunMark noted(Ledger ledger, RunFolder folder, Terminal terminal) {
    try {
      return RunMarks.read(ledger.dir()).of(folder.id());
    } catch (Fault e) {
      terminal.say("note: " + e.getMessage());
      return RunMark.NONE;
    }
  }

  private static List<RunFolder> folders(Ledger ledger) {
    return Stream.concat(
            ledger.runs().stream().map(PastRun::folder),
            ledger.broken().stream().map(BrokenFolder::folder))
        .toList();
  }

  private static String why(Ledger ledger, RunFolder folder) {
    return ledger.broken().stream()
        .filter(each -> each.folder().equals(folder))
        .map(BrokenFolder::why)
        .findFirst()
        .orElse("");
  }
}
