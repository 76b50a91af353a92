package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.cli.output.Verbosity;
import dev.platen.fault.Fault;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands have in common: how much they say, and that they end with an exit code. */
@Command(mixinStandardHelpOptions = true, versionProvider = PlatenCommand.Version.class)
abstract class PlatenCommand implements Callable<Integer> {
  /** Answers {@code --version} behind a command. */
  static final class Version implements picocli.CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"platen " + dev.platen.run.PlatenVersion.current()};
    }
  }

  private static final class Loudness {
    @Option(
        names = {"-q", "--quiet"},
        description = "Say nothing but errors.")
    private boolean quiet;

    @Option(
        names = {"-v", "--verbose"},
        description = "Say every step.")
    private boolean verbose;
  }

  private final Commands.Context context;

  @ArgGroup private Loudness loudness = new Loudness();

  @Option(names = "--stacktrace", description = "Show the stack behind an error.")
  private boolean stacktrace;

  PlatenCommand(Commands.Context context) {
    this.context = context;
  }

  Commands.Context context() {
    return context;
  }

  boolean wantsStacktrace() {
    return stacktrace;
  }

  Terminal terminal() {
    return context.terminal().withVerbosity(verbosity());
  }

  Verbosity verbosity() {
    return loudness.quiet
        ? Verbosity.QUIET
        : loudness.verbose ? Verbosity.VERBOSE : Verbosity.NORMAL;
  }

  @Override
  public Integer call() throws Exception {
    return execute(terminal());
  }

  /** The exit code of what stopped it. */
  int exitCode(Fault fault) {
    return fault.kind().exitCode();
  }

  /** Does the work; the result is the exit code. */
  abstract int execute(Terminal terminal) throws Exception;
}
