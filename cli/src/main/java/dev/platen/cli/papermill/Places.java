package dev.platen.cli.papermill;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.run.Rescue;
import dev.platen.run.Template;
import dev.platen.run.file.LocalTarget;
import dev.platen.run.file.NotebookTarget;
import dev.platen.run.file.RemoteTarget;
import dev.platen.storage.PlaceText;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.Storages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/** Where notebooks and parameters come from and go to, by what their names begin with. */
public final class Places {
  private final Storages storages;

  /**
   * All that there are.
   *
   * @param env Platen's environment variables
   */
  public Places(Map<String, String> env, Clock clock) {
    this.storages = new Storages(env, clock);
  }

  /**
   * Reads all of it.
   *
   * @throws Fault a storage fault
   */
  public byte[] read(String place) throws InterruptedException {
    if (isRemote(place)) {
      return storages.of(place).read(place);
    }
    try {
      return place.equals(PapermillPaths.STANDARD)
          ? System.in.readAllBytes()
          : Files.readAllBytes(Path.of(place));
    } catch (IOException e) {
      throw StorageFaults.reading(Path.of(place), e);
    }
  }

  /** Reads a notebook; one from elsewhere counts as lying in the current folder. */
  public Template template(String place) throws InterruptedException {
    return Template.of(path(place), read(place), name(place));
  }

  /** Whether it is no file of this machine. */
  public static boolean isRemote(String place) {
    return Storages.scheme(place).isPresent();
  }

  /** What a place is called in messages. */
  static String name(String place) {
    return place.equals(PapermillPaths.STANDARD) ? "standard input" : PlaceText.shown(place);
  }

  /** The folder from which a project's own environment is looked for. */
  private static Path path(String place) {
    return isRemote(place)
        ? Path.of(PlaceText.fileName(place))
        : Path.of(place.equals(PapermillPaths.STANDARD) ? "standard input" : place);
  }

  /**
   * Takes a notebook there.
   *
   * @throws Fault a storage fault if nothing can be written there
   */
  NotebookTarget target(String place, Terminal terminal, Clock clock) {
    if (place.equals(PapermillPaths.STANDARD)) {
      return new Stream(
          text -> {
            terminal.resultText(text);
            terminal.checkDelivered();
          });
    }
    if (isRemote(place)) {
      return RemoteTarget.open(place, storages.of(place), clock);
    }
    Path path = Path.of(place);
    boolean isSpecial = Files.exists(path) && !Files.isRegularFile(path);
    if (isSpecial && !Files.isDirectory(path)) {
      return new Stream(text -> writeInto(path, text));
    }
    return LocalTarget.open(path, clock);
  }

  /** A device or a named pipe: it isn't replaced but written into, once. */
  private static void writeInto(Path path, String text) {
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw StorageFaults.writing(path, e);
    }
  }

  private record Stream(Consumer<String> out) implements NotebookTarget.AtEnd {
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
      try {
        out.accept(bytes.toString(StandardCharsets.UTF_8));
      } catch (Fault refused) {
        throw Rescue.saved(notebook, "platen", refused);
      }
    }
  }
}
