package dev.platen.cli;

import dev.platen.cli.browser.OwnBrowser;
import dev.platen.cli.output.Terminal;
import dev.platen.execute.Cancellation;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.serve.StudyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen serve}: the compare page while runs go on. */
@Command(
    name = "serve",
    description = {
      "Shows runs in the browser while they go on: the compare page, and what runs now.",
      "",
      "Only this machine is served, and only who knows the address that is printed. It makes no runs: start a sweep beside"
          + " it. Ctrl-C ends it."
    },
    footer = {
      "",
      "From another machine:",
      "  ssh -L 8765:127.0.0.1:8765 HOST    and there: platen serve runs --port 8765"
    })
final class ServeCommand extends PlatenCommand {
  private static final long LOOK_MILLIS = 100;
  private static final int MOST_PORT = 65_535;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR",
      description = "Folders of runs, shown on one page. Default: runs")
  private List<Path> dirs = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen at. Default: one that is free")
  private int port;

  @Option(names = "--open", description = "Open the page in your browser.")
  private boolean opens;

  ServeCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException {
    List<Path> served = dirs.isEmpty() ? List.of(Path.of("runs")) : dirs;
    served.forEach(ServeCommand::check);
    checkPort();
    try (StudyServer server = StudyServer.start(served, port, context().clock())) {
      Cancellation cancellation = context().cancellation().get();
      terminal.result(server.address().toString());
      terminal.say("whoever knows this address sees the runs and can stop them; Ctrl-C ends it");
      if (opens) {
        openUntil(cancellation, server.address(), terminal);
      }
      await(cancellation);
    }
    return 0;
  }

  private static void openUntil(Cancellation cancellation, URI address, Terminal terminal)
      throws InterruptedException {
    try {
      OwnBrowser browser = OwnBrowser.open(address);
      try {
        await(cancellation);
      } finally {
        browser.close();
      }
    } catch (IOException e) {
      terminal.say("no browser could be opened: " + e.getMessage());
    }
  }

  private static void check(Path dir) {
    if (!Files.isDirectory(dir)) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "no folder '" + dir + "' to serve")
          .where(dir.toAbsolutePath().normalize().toString())
          .found(Files.exists(dir) ? "a file" : "no such folder")
          .mend("name the folder that holds the runs, such as 'runs'");
    }
  }

  private void checkPort() {
    if (port < 0 || port > MOST_PORT) {
      throw Fault.of(FaultKind.USAGE, "no such port")
          .where("--port")
          .found(Integer.toString(port))
          .mend("name one from 1 to " + MOST_PORT + ", or none");
    }
  }

  private static void await(Cancellation cancellation) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (!cancellation.isRequested()) {
      var unused = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
