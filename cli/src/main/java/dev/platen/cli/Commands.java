package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.execute.Cancellation;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.run.PlatenVersion;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line as a whole: reads it, runs the command, turns faults into text and exit codes.
 */
final class Commands {
  /**
   * What every command needs.
   *
   * @param cancellation for a command that heeds it: once asked for, a signal waits for the
   *     command's own end
   */
  record Context(
      Terminal terminal,
      Map<String, String> env,
      Clock clock,
      Supplier<Cancellation> cancellation) {}

  @Command(
      name = "platen",
      mixinStandardHelpOptions = true,
      versionProvider = PlatenCommand.Version.class,
      description = "Presses model runs into sealed reports.",
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "",
        "Begin with:",
        "  platen demo                                run the example, from nothing",
        "  platen new DIR                             a project to start from",
        "  platen run report.ipynb hidden=32 lr=0.01  one run, one sealed report",
        "  platen sweep study.yaml                    a study: many runs, and one page that compares them",
        "",
        "Exit codes:",
        "    0  clean",
        "    1  the notebook's own code failed or timed out; everything was written",
        "    2  the command line is wrong",
        "    3  a file or a parameter of yours is wrong, nothing was started; or a seal is broken",
        "    4  no such kernel, or it didn't start",
        "    5  storage: missing, denied, full",
        "    6  some trials of a study failed, or are still to be run",
        "   70  a defect of Platen",
        "  130  interrupted; everything was written",
        "  138  the kernel was lost; everything was written"
      })
  private static final class Root implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "a command is missing");
    }
  }

  private final Context context;
  private final CommandLine commandLine;

  /**
   * The commands that a command line needs: the one that its first word names, or else all. To
   * build one takes picocli some 10 ms of reflection.
   */
  Commands(
      Terminal terminal,
      Map<String, String> env,
      Clock clock,
      Supplier<Cancellation> cancellation,
      String[] args) {
    this.context = new Context(terminal, env, clock, cancellation);
    this.commandLine = new CommandLine(new Root());
    Map<String, Supplier<PlatenCommand>> commands = byName();
    String named = args.length == 0 ? "" : args[0];
    if (commands.containsKey(named) && !named.equals(CompletionCommand.NAME)) {
      commands.keySet().retainAll(Set.of(named));
    }
    commands.values().forEach(command -> commandLine.addSubcommand(command.get()));
    CommandLine papermill = commandLine.getSubcommands().get("papermill");
    if (papermill != null) {
      // As papermill has it: scripts add an option behind those that are there, and the last
      // counts.
      papermill.setOverwrittenOptionsAllowed(true);
    }
    CommandLine kernels = commandLine.getSubcommands().get("kernels");
    if (kernels != null) {
      kernels.addSubcommand(new KernelsInstallCommand(context));
    }
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setParameterExceptionHandler(this::usageError);
    commandLine.setExecutionExceptionHandler((e, line, parsed) -> failure(e, line.getCommand()));
  }

  private Map<String, Supplier<PlatenCommand>> byName() {
    Map<String, Supplier<PlatenCommand>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new RunCommand(context));
    commands.put("sweep", () -> new SweepCommand(context));
    commands.put("compare", () -> new CompareCommand(context));
    commands.put("label", () -> new LabelCommand(context));
    commands.put("bundle", () -> new BundleCommand(context));
    commands.put("export", () -> new ExportCommand(context));
    commands.put("serve", () -> new ServeCommand(context));
    commands.put("new", () -> new NewCommand(context));
    commands.put("html", () -> new HtmlCommand(context));
    commands.put("nbconvert", () -> new NbconvertCommand(context));
    commands.put("execute", () -> new ExecuteCommand(context));
    commands.put("papermill", () -> new PapermillCommand(context));
    commands.put("params", () -> new ParamsCommand(context));
    commands.put("kernels", () -> new KernelsCommand(context));
    commands.put("why", () -> new WhyCommand(context));
    commands.put("verify", () -> new VerifyCommand(context));
    commands.put("recover", () -> new RecoverCommand(context));
    commands.put(CompletionCommand.NAME, () -> new CompletionCommand(context, commandLine));
    return commands;
  }

  /** Runs a command line and says how it ended: the process's exit code. */
  int run(String[] args) {
    int code = 0;
    try {
      checkDecoded(args);
      code = commandLine.execute(args);
      context.terminal().checkDelivered();
      return code;
    } catch (Fault fault) {
      context.terminal().error(fault.describe());
      return code == 0 ? fault.kind().exitCode() : code;
    }
  }

  /** Java decodes arguments by the locale, and puts U+FFFD for what that doesn't know. */
  private static void checkDecoded(String[] args) {
    for (String arg : args) {
      if (arg.indexOf('\ufffd') >= 0) {
        throw Fault.of(FaultKind.USAGE, "an argument has letters that this locale doesn't know")
            .where("'" + arg + "'")
            .found("a locale for " + System.getProperty("sun.jnu.encoding"))
            .mend("set LC_ALL=C.UTF-8");
      }
    }
  }

  private int usageError(ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    String name = line.getCommandSpec().qualifiedName();
    if (args.length == 0) {
      context.terminal().error(line.getUsageMessage());
      return FaultKind.USAGE.exitCode();
    }
    Fault fault =
        Fault.of(FaultKind.USAGE, UsageWords.what(e))
            .where(name + ", the command line")
            .mend(
                UsageWords.meant(e).map(it -> "did you mean '" + it + "'? Otherwise ").orElse("")
                    + "see '%s --help'".formatted(name));
    context.terminal().error(fault.describe());
    return fault.kind().exitCode();
  }

  /** Says what ended the program, on whatever thread: the process's exit code. */
  int crashed(Throwable e) {
    return failure(e, this);
  }

  private int failure(Throwable e, Object command) {
    Fault fault = e instanceof Fault known ? known : fault(e);
    Terminal terminal = context.terminal();
    terminal.error(fault.describe());
    boolean wanted = command instanceof PlatenCommand c && c.wantsStacktrace();
    if (wanted || fault.kind() == FaultKind.INTERNAL) {
      terminal.stack(e);
    }
    return command instanceof PlatenCommand own ? own.exitCode(fault) : fault.kind().exitCode();
  }

  private static Fault fault(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
      return Fault.of(FaultKind.NOTEBOOK_INVALID, "the notebook is too large for the memory")
          .where("Java's heap")
          .found(mebibytes + " MB, all of it taken")
          .mend(
              "give Java more, such as JAVA_TOOL_OPTIONS=-Xmx%dm; 'platen recover' finishes a run that stopped here"
                  .formatted(2 * mebibytes))
          .cause(e);
    }
    return Fault.of(FaultKind.INTERNAL, "a defect of Platen: " + e)
        .where("platen " + PlatenVersion.current())
        .mend("please report it, with the stack below")
        .cause(e);
  }
}
