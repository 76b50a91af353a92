package dev.platen.notebook.json;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.fault.Issue;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.validate.NotebookValidator;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;

/**
 * Reads notebook files: nbformat 4 of any minor version, and nbformat 3, upgraded to 4.5 as
 * nbformat does it.
 *
 * <p>Lists of lines become whole texts; keys that nbformat doesn't know survive in {@code extra};
 * what nbformat keeps out of files (trust marks, the original format) is dropped. Cells without an
 * id of their own get one that is the same at every reading.
 */
public final class NotebookReader {
  private static final int NEEDED_TO_GUESS = 1024;
  private static final int BUFFER = 1 << 16;

  /** Bytes. Up to this size, reading outputs once is worth more than the memory that they take. */
  private static final long SMALL = 32_000_000;

  /** Where the values of an output's types lie: {@code cells[0].outputs[0].data["text/html"]}. */
  private static final int OUTPUT_DEPTH = 7;

  private NotebookReader() {}

  /**
   * Reads a notebook to the end of the stream, and closes the stream.
   *
   * @param name of the file, as people know it, for faults
   * @throws Fault {@code NOTEBOOK_INVALID} with everything that is wrong with it
   * @throws IOException if the stream can't be read
   */
  public static Notebook read(InputStream in, String name) throws IOException {
    BufferedInputStream text = new BufferedInputStream(in, BUFFER);
    text.mark(NEEDED_TO_GUESS);
    byte[] beginning = text.readNBytes(NEEDED_TO_GUESS);
    text.reset();
    try {
      return notebook(JsonReader.read(text), name);
    } catch (JsonSyntaxException e) {
      throw NotJson.fault(e, beginning, name);
    }
  }

  /**
   * Reads a notebook file, as {@link #read(InputStream, String)}. Of a large one the outputs stay
   * in the file: they are checked now, and read again when they are asked for, one by one. Whoever
   * asks for one gets a {@link Fault} if the file was changed meanwhile.
   *
   * @param file stays open as long as the notebook is used; read from its beginning
   */
  public static Notebook read(FileChannel file, String name) throws IOException {
    return file.size() <= SMALL ? read(Channels.newInputStream(file), name) : readFrame(file, name);
  }

  /** Reads a notebook whose outputs stay in the file, however large it is. */
  static Notebook readFrame(FileChannel file, String name) throws IOException {
    try {
      return notebook(JsonReader.readFrame(file, name, OUTPUT_DEPTH), name);
    } catch (JsonSyntaxException e) {
      ByteBuffer beginning = ByteBuffer.allocate(NEEDED_TO_GUESS);
      int count = Math.max(0, file.read(beginning, 0));
      throw NotJson.fault(e, Arrays.copyOf(beginning.array(), count), name);
    }
  }

  /** Reads a notebook's bytes, as {@link #read(InputStream, String)}. */
  public static Notebook read(byte[] file, String name) {
    try {
      return read(new ByteArrayInputStream(file), name);
    } catch (IOException e) {
      throw new AssertionError("reading memory can't fail", e);
    }
  }

  private static Notebook notebook(JsonValue json, String name) {
    if (!(json instanceof JsonObject file) || !file.has("nbformat")) {
      throw NotNotebook.fault(json, name);
    }
    long major = file.integer("nbformat").orElse(0L);
    if (major == NotebookCodec.MAJOR) {
      return checked(file, "nbformat 4", name);
    }
    if (major == 3) {
      refuse(NotebookValidator.checkNbformat3(file), "nbformat 3", name);
      return checked(Nbformat3Upgrade.upgrade(file), "nbformat 4 when upgraded from 3", name);
    }
    throw NotNotebook.unsupported(file, name);
  }

  private static Notebook checked(JsonObject file, String format, String name) {
    refuse(NotebookValidator.check(file), format, name);
    return NotebookCodec.read(file);
  }

  private static void refuse(List<Issue> issues, String format, String name) {
    if (!issues.isEmpty()) {
      throw Fault.of(FaultKind.NOTEBOOK_INVALID, "the notebook doesn't follow " + format)
          .where(name)
          .found(issues.size() == 1 ? "1 fault" : issues.size() + " faults")
          .issues(issues)
          .mend("correct these places, or let Jupyter open the notebook and save it again");
    }
  }
}
