package dev.platen.study.serve;

import dev.platen.execute.JournalReplay;
import dev.platen.fault.Fault;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.run.RunFolder;
import dev.platen.run.RunRecovery;
import dev.platen.storage.StorageFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads on in the journal of a run that another process makes. Confined to one thread.
 *
 * <p>A journal of more than 32 MB is read for its cells only: its outputs would fill the memory of
 * a program that only looks on.
 */
final class RunFollower {
  private static final long MOST_BYTES = 32L << 20;
  private static final long MOST_NOTEBOOK = 64L << 20;
  private static final int PIECE = 1 << 18;

  /** Of one look: a flood is read in several, so that other runs have their turn. */
  private static final int PIECES = 16;

  private final RunFolder folder;
  private final JsonObject record;
  private final Notebook notebook;
  private final JournalReplay replay;
  private final ByteArrayOutputStream rest = new ByteArrayOutputStream();
  private long position;
  private boolean broken;

  private RunFollower(RunFolder folder, JsonObject record, Notebook notebook) {
    this.folder = folder;
    this.record = record;
    this.notebook = notebook;
    this.replay = new JournalReplay(notebook);
  }

  /**
   * Begins to follow a run.
   *
   * @throws Fault if its record or its notebook can't be read, or not yet
   */
  static RunFollower of(RunFolder folder) {
    Path file = folder.notebook();
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > MOST_NOTEBOOK) {
        throw new IOException("no notebook that can be read at once");
      }
      return new RunFollower(
          folder,
          folder.readRecord(),
          NotebookReader.read(Files.readAllBytes(file), file.toString()));
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }

  /** Reads what came since; whether anything did. */
  boolean look() {
    Path file = folder.journal();
    long before = position;
    try {
      if (broken
          || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) <= position) {
        return false;
      }
      try (FileChannel journal =
          FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
        journal.position(position);
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (int i = 0; i < PIECES && journal.read(piece) > 0; i++) {
          position += piece.position();
          take(piece.array(), piece.position());
          piece.clear();
        }
      }
    } catch (IOException e) {
      // It has just been sealed, or can't be read now; the next look tells.
      return position > before;
    }
    return position > before;
  }

  private void take(byte[] bytes, int length) {
    int begin = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        rest.write(bytes, begin, i - begin);
        line(rest.toString(StandardCharsets.UTF_8));
        rest.reset();
        begin = i + 1;
      }
    }
    rest.write(bytes, begin, length - begin);
  }

  private void line(String line) {
    boolean isOutput = line.startsWith("{\"event\":\"output\"") || line.startsWith("{\"text\"");
    if (!(isOutput && isTooLong()) && !broken) {
      broken = !replay.accept(line);
    }
  }

  /** Whether its outputs aren't followed any more. */
  boolean isTooLong() {
    return position > MOST_BYTES;
  }

  RunFolder folder() {
    return folder;
  }

  /** run.json as it was when the run began. */
  JsonObject record() {
    return record;
  }

  Notebook notebook() {
    return notebook;
  }

  OptionalInt runningCell() {
    return replay.running();
  }

  Optional<Instant> start(int cell) {
    return replay.start(cell);
  }

  /** Whether its Platen is still at it. */
  boolean isAlive() {
    return RunRecovery.isAlive(folder);
  }

  int finishedCells() {
    return replay.finished();
  }

  List<Output> outputs(int cell) {
    return replay.outputs(cell);
  }
}
