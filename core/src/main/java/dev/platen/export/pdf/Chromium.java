package dev.platen.export.pdf;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * An installed Chromium, or one of its relatives. It prints with a profile of its own, which is
 * removed, and without a network; the person's own browser is left alone.
 */
public final class Chromium {
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge",
          "headless_shell");

  private static final int SHOWN = 300;
  private static final int LEAVING_SECONDS = 5;

  private final Path program;

  private Chromium(Path program) {
    this.program = program;
  }

  /**
   * Finds the browser: what {@code CHROME} names, else the first on the {@code PATH}.
   *
   * @throws Fault {@code STORAGE_MISSING} that says what to install
   */
  public static Chromium find(Map<String, String> env) {
    String named = env.getOrDefault("CHROME", "");
    Stream<Path> candidates =
        named.isEmpty()
            ? Stream.of(env.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(dir -> !dir.isEmpty())
                .flatMap(dir -> NAMES.stream().map(name -> Path.of(dir, name)))
            : Stream.of(Path.of(named));
    Optional<Path> found = candidates.filter(Files::isExecutable).findFirst();
    return new Chromium(
        found.orElseThrow(
            () ->
                Fault.of(FaultKind.STORAGE_MISSING, "no browser that prints PDF")
                    .where(named.isEmpty() ? "PATH" : "CHROME")
                    .found(named.isEmpty() ? "none of " + String.join(", ", NAMES) : named)
                    .mend(
                        "install one, such as 'apt-get install chromium', or name it: CHROME=/path/to/chrome")));
  }

  /**
   * Prints a page.
   *
   * @param html a file
   * @param pdf written anew
   * @param limit after which the browser is ended
   * @throws Fault {@code STORAGE_BUSY} when there is no PDF in the end, with the browser's own
   *     words
   * @throws IOException if the profile's folder can't be made or removed
   */
  public void print(Path html, Path pdf, Duration limit) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("platen-browser-");
    try {
      Process process =
          new ProcessBuilder(command(html, pdf, profile)).redirectErrorStream(true).start();
      FutureTask<String> output = reading(process.getInputStream());
      boolean ended;
      try {
        process.getOutputStream().close();
        ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        end(process);
      }
      String said = lastWords(output);
      if (!ended) {
        throw failed("not done in " + limit.toSeconds() + " s");
      }
      if (process.exitValue() != 0 || !Files.isRegularFile(pdf) || Files.size(pdf) == 0) {
        throw failed("exit code " + process.exitValue() + "; " + said);
      }
    } finally {
      remove(profile);
    }
  }

  private static FutureTask<String> reading(InputStream in) {
    FutureTask<String> task =
        new FutureTask<>(() -> new String(in.readAllBytes(), StandardCharsets.UTF_8));
    Thread thread = new Thread(task, "platen-browser");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /**
   * What the browser said in the end. Its output ends with the last of its processes, some of which
   * outlive the first and write into the profile.
   */
  private static String lastWords(FutureTask<String> output) throws InterruptedException {
    try {
      String said = output.get(LEAVING_SECONDS, TimeUnit.SECONDS).strip();
      return said.substring(Math.max(0, said.length() - SHOWN)).replaceAll("\\s+", " ");
    } catch (ExecutionException | TimeoutException e) {
      // Its words only explain; whether there is a PDF counts.
      return "no word of it";
    }
  }

  private List<String> command(Path html, Path pdf, Path profile) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-pdf-header-footer",
            "--user-data-dir=" + profile,
            "--print-to-pdf=" + pdf.toAbsolutePath()));
    if (isRoot()) {
      // Chromium's sandbox refuses root, the usual user of a container.
      command.add("--no-sandbox");
    }
    command.add(html.toAbsolutePath().toUri().toString());
    return command;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void end(Process process) throws InterruptedException {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  private Fault failed(String found) {
    return Fault.of(FaultKind.STORAGE_BUSY, "the browser printed no PDF")
        .where(program.toString())
        .found(found)
        .mend("try another one: CHROME=/path/to/chrome; or print the report from your own browser");
  }

  private static void remove(Path dir) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(dir)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
