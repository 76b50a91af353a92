package dev.platen.cli.papermill;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.run.file.LocalTarget;
import dev.platen.run.file.NotebookTarget;
import dev.platen.storage.StorageFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where notebooks and parameters come from and go to, by what their names begin with. */
final class Places {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");

  private Places() {}

  /**
   * Reads all of it.
   *
   * @throws Fault a storage fault
   */
  static byte[] read(String place) {
    try {
      return place.equals(PapermillPaths.STANDARD)
          ? System.in.readAllBytes()
          : Files.readAllBytes(local(place));
    } catch (IOException e) {
      throw StorageFaults.reading(Path.of(place), e);
    }
  }

  /** What a place is called in messages. */
  static String name(String place) {
    return place.equals(PapermillPaths.STANDARD) ? "standard input" : place;
  }

  /** The folder from which a project's own environment is looked for. */
  static Path path(String place) {
    return place.equals(PapermillPaths.STANDARD) ? Path.of("standard input") : local(place);
  }

  /**
   * Takes a notebook there.
   *
   * @throws Fault a storage fault if nothing can be written there
   */
  static NotebookTarget target(String place, Terminal terminal, Clock clock) {
    if (place.equals(PapermillPaths.STANDARD)) {
      return new Stream(terminal::resultText);
    }
    Path path = local(place);
    boolean isSpecial = Files.exists(path) && !Files.isRegularFile(path);
    if (isSpecial && !Files.isDirectory(path)) {
      return new Stream(text -> writeInto(path, text));
    }
    return LocalTarget.open(path, clock);
  }

  private static Path local(String place) {
    Matcher scheme = SCHEME.matcher(place);
    if (scheme.matches()) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "no storage for " + scheme.group(1) + "://")
          .where(place)
          .found("a place that isn't on this machine")
          .mend("fetch the file first, or copy it there afterwards");
    }
    return Path.of(place);
  }

  /** A device or a named pipe: it isn't replaced but written into, once. */
  private static void writeInto(Path path, String text) {
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw StorageFaults.writing(path, e);
    }
  }

  private record Stream(java.util.function.Consumer<String> out) implements NotebookTarget.AtEnd {
    @Override
    public void draft(Notebook notebook) {}

    @Override
    public void finish(Notebook notebook) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try {
        NotebookWriter.write(notebook, bytes);
      } catch (IOException e) {
        throw new AssertionError("writing to memory can't fail", e);
      }
      out.accept(bytes.toString(StandardCharsets.UTF_8));
    }
  }
}
