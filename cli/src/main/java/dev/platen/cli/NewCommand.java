package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code platen new}: a project to start from. */
@Command(
    name = "new",
    description =
        "Makes a project to start from: a model, its data and plots, a template notebook and a study.",
    footer = {"", "Example:", "  platen new radon"})
final class NewCommand extends PlatenCommand {
  /** The files of examples/penguins, which the build lays beside this class. */
  static final List<String> FILES =
      List.of(
          "README.md",
          "architectures.yaml",
          "data/README.md",
          "data/penguins.csv",
          "lib/__init__.py",
          "lib/data.py",
          "lib/plots.py",
          "model.py",
          "report.ipynb",
          "requirements.txt",
          "study.yaml");

  private static final String UNTRACKED = "runs/\n.venv/\n__pycache__/\n.ipynb_checkpoints/\n";
  private static final Pattern PLAIN = Pattern.compile("[\\w./~+-]+");

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The project's folder: a new one, or an empty one.")
  private Path dir = Path.of("");

  NewCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    refuseTaken();
    for (String name : FILES) {
      write(name, bundled(name));
    }
    write(".gitignore", UNTRACKED.getBytes(StandardCharsets.UTF_8));
    terminal.say("next, its Python and a first study:");
    terminal.say(
        "  cd %s && python3 -m venv .venv && .venv/bin/pip install -r requirements.txt"
            .formatted(quoted(dir.toString())));
    terminal.say("  " + platen() + " sweep study.yaml");
    terminal.result(dir.toString());
    return 0;
  }

  private void refuseTaken() {
    if (Files.exists(dir) && !Files.isDirectory(dir)) {
      throw taken("the project's folder is a file", "a file");
    }
    if (Files.isDirectory(dir)) {
      try (Stream<Path> children = Files.list(dir)) {
        List<String> names = children.map(p -> "'" + p.getFileName() + "'").sorted().toList();
        if (!names.isEmpty()) {
          String more = names.size() > 1 ? " and " + (names.size() - 1) + " more" : "";
          throw taken("the project's folder isn't empty", names.get(0) + more);
        }
      } catch (IOException e) {
        throw StorageFaults.reading(dir, e);
      }
    }
  }

  private Fault taken(String what, String found) {
    return Fault.of(FaultKind.STORAGE_DENIED, what)
        .where(dir.toAbsolutePath().normalize().toString())
        .found(found)
        .mend("name a folder that isn't there yet; nothing was written");
  }

  private static byte[] bundled(String name) {
    try (InputStream in = NewCommand.class.getResourceAsStream("project/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw StorageFaults.reading(Path.of(name), e);
    }
  }

  private void write(String name, byte[] content) {
    Path file = dir.resolve(name);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw StorageFaults.writing(file, e);
    }
    WholeFile.write(file, content);
  }

  /** What calls this program: its name where the PATH knows it, else the launcher's own path. */
  private String platen() {
    String home = context().env().getOrDefault("PLATEN_HOME", "");
    boolean known =
        Stream.of(context().env().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "platen"))
            .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    return known || home.isEmpty() ? "platen" : quoted(home + "/platen");
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
