package dev.platen.run.file;

import dev.platen.execute.ExecutionListener;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookWriter;
import dev.platen.storage.PlaceText;
import dev.platen.storage.Storage;
import dev.platen.storage.StorageFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A notebook on another machine. A thread of its own saves it, one state after the other, and takes
 * the next when it has rested: the kernel never waits for the network. Until the end a copy with
 * its journal is in a temporary folder; it stays when the end can't be written.
 */
public final class RemoteTarget implements NotebookTarget {
  /** As {@link SavePlan#SHARE} for what this machine writes: somebody pays for each upload. */
  private static final int REST = 20;

  private final String place;
  private final Storage storage;
  private final Clock clock;
  private final Path folder;
  private final Path file;
  private final LocalTarget copy;
  private final ExecutorService saver =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "saver");
            thread.setDaemon(true);
            return thread;
          });
  private Future<?> saving = CompletableFuture.completedFuture(null);
  private volatile Instant rested = Instant.MIN;
  private boolean begun;
  private boolean refused;

  private RemoteTarget(String place, Storage storage, Clock clock, Path folder) {
    this.place = place;
    this.storage = storage;
    this.clock = clock;
    this.folder = folder;
    this.file = folder.resolve(PlaceText.fileName(place));
    this.copy = LocalTarget.open(file, clock);
  }

  /**
   * A target; nothing is written there yet.
   *
   * @throws Fault a storage fault when there is no room for the copy
   */
  public static RemoteTarget open(String place, Storage storage, Clock clock) {
    try {
      return new RemoteTarget(place, storage, clock, Files.createTempDirectory("platen-"));
    } catch (IOException e) {
      throw StorageFaults.writing(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  /** Not while one is on its way, or has just arrived. */
  @Override
  public boolean takesDrafts() {
    return saving.isDone() && !clock.instant().isBefore(rested);
  }

  @Override
  public ExecutionListener journal() {
    return copy.journal();
  }

  /** The first is waited for: what can't be written is better known before the cells run. */
  @Override
  public void draft(Notebook notebook) {
    try {
      saving.get();
      if (begun) {
        saving = saver.submit(() -> save(notebook));
        return;
      }
      copy.draft(notebook);
      begun = true;
      save(notebook);
    } catch (ExecutionException e) {
      saving = CompletableFuture.completedFuture(null);
      throw fault(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
  }

  /** Behind the draft that is on its way, so that this is what stays. */
  @Override
  public void finish(Notebook notebook) {
    boolean isInterrupted = false;
    Fault fault;
    try {
      saver.submit(() -> save(notebook)).get();
      FileJournal.remove(file);
      return;
    } catch (ExecutionException e) {
      fault = fault(e);
    } catch (InterruptedException e) {
      isInterrupted = true;
      fault = interrupted();
    }
    refused = true;
    copy.finish(notebook);
    if (isInterrupted) {
      // Not before: an interrupted thread can't write files.
      Thread.currentThread().interrupt();
    }
    throw fault
        .foundToo("the notebook was saved as " + file)
        .mend("take it from there, and see to the cause before the next run");
  }

  private Void save(Notebook notebook) throws InterruptedException {
    Instant start = clock.instant();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      NotebookWriter.write(notebook, bytes);
    } catch (IOException e) {
      throw new AssertionError("writing to memory can't fail", e);
    }
    storage.write(place, bytes.toByteArray());
    Instant end = clock.instant();
    rested = end.plus(Duration.between(start, end).multipliedBy(REST));
    return null;
  }

  private static Fault fault(ExecutionException e) {
    if (e.getCause() instanceof Fault fault) {
      return fault;
    }
    throw new IllegalStateException(e);
  }

  private Fault interrupted() {
    return Fault.of(FaultKind.INTERRUPTED, "interrupted before the notebook was saved")
        .where(PlaceText.shown(place));
  }

  /** What couldn't be written stays, and what had arrived before an end that never came. */
  @Override
  public void close() {
    saver.shutdownNow();
    copy.close();
    try {
      if (!refused && !Files.exists(FileJournal.of(file))) {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw StorageFaults.writing(folder, e);
    }
  }
}
