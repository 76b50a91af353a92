package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.run.PlatenVersion;
import java.time.Clock;
import java.util.Map;

/** The program's entry, and the only place that exits. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.standard(System.getenv());
    // Answered before anything else is loaded.
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      terminal.result("platen " + PlatenVersion.current());
      return;
    }
    Map<String, String> env = System.getenv();
    try (Interruption interruption = Interruption.listen()) {
      Commands commands =
          new Commands(terminal, env, Clock.systemUTC(), interruption::cancellation, args);
      // A thread that fails must not leave the others waiting for it; the kernel's guard cleans up.
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, error) -> Runtime.getRuntime().halt(commands.crashed(error)));
      int exitCode = commands.run(args);
      interruption.finished();
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
  }
}
