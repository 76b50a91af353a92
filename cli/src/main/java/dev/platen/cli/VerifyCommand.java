package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.fault.Issue;
import dev.platen.hash.Sha256;
import dev.platen.run.RunFolder;
import dev.platen.run.Seal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code platen verify}: proves that nothing changed since a run was sealed. */
@Command(
    name = "verify",
    description =
        "Checks the seal of a run, or of every run in a folder; exit code 3 when one is broken.")
final class VerifyCommand extends PlatenCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "A run's folder, or a folder of runs.")
  private List<Path> paths = List.of();

  VerifyCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    List<RunFolder> folders = RunFolders.in(paths);
    Seal seal = new Seal(new Sha256());
    int broken = 0;
    for (RunFolder folder : folders) {
      List<Issue> issues = seal.verify(folder);
      if (issues.isEmpty()) {
        terminal.say("sealed: " + folder.path().getFileName());
      } else {
        broken++;
        terminal.error(fault(folder, issues).describe());
      }
    }
    terminal.say(
        folders.size() - broken + " of " + folders.size() + " runs are as they were sealed");
    return broken == 0 ? 0 : FaultKind.SEAL_BROKEN.exitCode();
  }

  private static Fault fault(RunFolder folder, List<Issue> issues) {
    return Fault.of(FaultKind.SEAL_BROKEN, "the run isn't as it was sealed")
        .where(folder.path().toString())
        .issues(issues)
        .mend(
            Files.exists(folder.journal())
                ? "if nothing runs there any more: platen recover " + folder.path()
                : "take it from a copy, or run again");
  }
}
