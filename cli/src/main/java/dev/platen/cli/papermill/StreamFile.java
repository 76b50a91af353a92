package dev.platen.cli.papermill;

import dev.platen.cli.output.Terminal;
import dev.platen.execute.ExecutionListener;
import dev.platen.fault.Fault;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.message.StreamContent;
import dev.platen.storage.LinkedFile;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a notebook prints on one of its streams into a file, as it comes; {@code -} is
 * standard output. A stream that stays silent makes no file.
 */
final class StreamFile implements ExecutionListener {
  private final String stream;
  private final String place;
  private final Terminal terminal;
  private @Nullable Fault fault;
  private @Nullable OutputStream out;

  /**
   * A file.
   *
   * @param stream {@code stdout} or {@code stderr}
   */
  StreamFile(String stream, String place, Terminal terminal) {
    this.stream = stream;
    this.place = place;
    this.terminal = terminal;
  }

  String place() {
    return place;
  }

  /** The option that names it. */
  String option() {
    return "--" + stream + "-file";
  }

  /**
   * Whether it can be written; nothing of it is changed. A pipe is asked by who writes into it: it
   * waits for its reader.
   *
   * @throws Fault a storage fault
   */
  void check() {
    if (place.equals(PapermillPaths.STANDARD)) {
      return;
    }
    Path file = LinkedFile.of(Path.of(place));
    boolean isThere = Files.exists(file);
    if (isThere && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      return;
    }
    try {
      Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
      if (!isThere) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private Fault refused(IOException e) {
    Fault refused = StorageFaults.writing(Path.of(place), e);
    return refused.where(option() + " " + place);
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    if (message.type().equals(MessageTypes.STREAM)) {
      StreamContent content = StreamContent.parse(message.content());
      if (fault == null && content.name().equals(stream)) {
        write(content.text());
      }
    }
  }

  private void write(String text) {
    if (place.equals(PapermillPaths.STANDARD)) {
      terminal.resultText(text);
      return;
    }
    try {
      if (out == null) {
        out = Files.newOutputStream(Path.of(place));
      }
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The notebook has it all the same; a run doesn't end for a copy. It is said at its end.
      fault = refused(e);
    }
  }

  /** Nothing more comes. */
  void close() {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        fault = refused(e);
      }
    }
  }

  /** Why it isn't whole. */
  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }
}
