package dev.platen.run;

import dev.platen.execute.Execution;
import dev.platen.execute.JournalReplay;
import dev.platen.execute.RunStatus;
import dev.platen.fault.Fault;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finishes the folders of runs whose Platen was killed: everything that had arrived, in a notebook
 * and a report. Whatever the moment of the kill, also that of a recovery, the next recovery ends in
 * a sealed folder, or in none when nothing had begun.
 */
public final class RunRecovery {
  /** What was found. */
  public enum Finding {
    /** The run was killed; its folder is finished and sealed now. */
    RECOVERED,
    /** The run was killed before it began; its folder is gone. */
    DISCARDED,
    /** Its Platen lives; nothing was touched. */
    STILL_RUNNING,
    /** The folder is sealed, or no run's. */
    NOTHING_TO_DO,
    /** The run was killed, and its folder can't be finished. */
    REFUSED
  }

  /**
   * What became of one folder.
   *
   * @param fault why it was refused; empty otherwise
   */
  public record Recovered(RunFolder folder, Finding finding, Optional<Fault> fault) {}

  private RunRecovery() {}

  /**
   * Recovers every run in a folder of runs. Sealed ones are only looked at from outside: ten
   * thousand take a moment.
   *
   * @param ownActive the folders of all runs that this process is making, or they would lose their
   *     locks: {@link Runner#active}; asked anew for each folder
   * @return those with which there was something to do, by name
   */
  public static List<Recovered> recoverAll(Path outDir, Set<Path> ownActive) {
    List<Recovered> found = new ArrayList<>();
    if (!Files.isDirectory(outDir)) {
      return found;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(outDir.toAbsolutePath())) {
      for (Path child : children) {
        Recovered recovered = attempt(new RunFolder(child), ownActive);
        if (recovered.finding() != Finding.NOTHING_TO_DO) {
          found.add(recovered);
        }
      }
    } catch (IOException e) {
      throw StorageFaults.reading(outDir, e);
    } catch (DirectoryIteratorException e) {
      throw StorageFaults.reading(outDir, new IOException(e));
    }
    found.sort(Comparator.comparing(recovered -> recovered.folder().path()));
    return found;
  }

  /** Recovers a run, unless it lives, and reports a fault rather than throw it. */
  public static Recovered attempt(RunFolder folder, Set<Path> ownActive) {
    try {
      return new Recovered(folder, recover(folder, ownActive), Optional.empty());
    } catch (Fault fault) {
      return new Recovered(folder, Finding.REFUSED, Optional.of(fault));
    }
  }

  /**
   * Recovers a run, unless it lives.
   *
   * @param ownActive as in {@link #recoverAll}
   * @return never {@code REFUSED}
   * @throws Fault a storage fault, or {@code NOTEBOOK_INVALID} if what was left can't be read
   */
  public static Finding recover(RunFolder folder, Set<Path> ownActive) {
    if (folder.isUnfinished()) {
      return ownActive.stream().anyMatch(own -> isSame(own, folder.path()))
          ? Finding.STILL_RUNNING
          : underLock(folder);
    }
    if (Files.exists(folder.seal())) {
      return Finding.NOTHING_TO_DO;
    }
    if (folder.isRun()) {
      // Somebody took the journal away. Or the seal: such a folder is for people to judge.
      return Seal.isProtected(folder)
          ? Finding.NOTHING_TO_DO
          : underLock(folder, StandardOpenOption.CREATE_NEW);
    }
    return folder.discardEmpty() ? Finding.DISCARDED : Finding.NOTHING_TO_DO;
  }

  /**
   * Whether the run's Platen lives: then it holds the journal's lock. Not to be asked of this
   * process's own runs, which would lose theirs, nor before there is a run.json: a run that only
   * just begins would take it for somebody who clears up.
   */
  public static boolean isAlive(RunFolder folder) {
    try (FileChannel journal = FileChannel.open(folder.journal(), StandardOpenOption.READ);
        FileLock lock = journal.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (IOException e) {
      // There is none any more, or nobody can tell.
      return false;
    }
  }

  private static boolean isSame(Path own, Path folder) {
    try {
      return Files.isSameFile(own, folder);
    } catch (IOException e) {
      // One of them is gone.
      return false;
    }
  }

  private static Finding underLock(RunFolder folder, OpenOption... more) {
    List<OpenOption> options = new ArrayList<>(List.of(more));
    options.add(StandardOpenOption.READ);
    options.add(StandardOpenOption.WRITE);
    try (FileChannel journal =
        FileChannel.open(folder.journal(), options.toArray(OpenOption[]::new))) {
      if (journal.tryLock() == null) {
        return Finding.STILL_RUNNING;
      }
      // Whoever held the lock a moment ago may have finished the run.
      return folder.isUnfinished() ? finish(folder, journal) : Finding.NOTHING_TO_DO;
    } catch (NoSuchFileException e) {
      return Finding.NOTHING_TO_DO;
    } catch (FileAlreadyExistsException | OverlappingFileLockException e) {
      // Another recovery is at it, or a run of this process that wasn't named.
      return Finding.STILL_RUNNING;
    } catch (IOException e) {
      throw StorageFaults.reading(folder.journal(), e);
    }
  }

  private static Finding finish(RunFolder folder, FileChannel journal) throws IOException {
    if (Files.exists(folder.seal())) {
      Seal.finish(folder);
      return Finding.RECOVERED;
    }
    boolean began = journal.size() > 0 || (folder.isRun() && Files.exists(folder.notebook()));
    if (!began && folder.discard()) {
      return Finding.DISCARDED;
    }
    removeParts(folder.path());
    RunPress press = new RunPress(folder, new Sha256());
    JsonObject record = folder.readRecord();
    Notebook notebook = notebook(folder);
    if (record.text("status").equals(RunStatus.RUNNING.word())) {
      replay(folder, press, record, notebook, journal);
    } else if (!Files.exists(folder.report())) {
      press.writeReport(record, notebook);
    }
    press.seal();
    return Finding.RECOVERED;
  }

  private static Notebook notebook(RunFolder folder) {
    try {
      return NotebookReader.read(
          Files.readAllBytes(folder.notebook()), folder.notebook().toString());
    } catch (IOException e) {
      throw StorageFaults.reading(folder.notebook(), e);
    }
  }

  /** What {@link WholeFile} left when it was killed. */
  private static void removeParts(Path dir) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(dir, ".*.part")) {
      for (Path part : parts) {
        Files.delete(part);
      }
    }
    Path figures = new RunFolder(dir).figures();
    if (Files.isDirectory(figures)) {
      removeParts(figures);
    }
  }

  /**
   * Though all cells had ended, the run hadn't: what it had imported and read, and its metrics,
   * were lost with Platen. Without them nobody can tell what it stands for.
   */
  private static RunStatus status(Execution replayed) {
    return replayed.status() == RunStatus.SUCCEEDED ? RunStatus.INTERRUPTED : replayed.status();
  }

  /** The journal stays open all the time: its lock goes with whoever closes it. */
  private static void replay(
      RunFolder folder, RunPress press, JsonObject record, Notebook notebook, FileChannel journal)
      throws IOException {
    Path last = journal.size() > 0 ? folder.journal() : folder.record();
    Instant start = Instant.parse(record.text("started"));
    Instant end = Files.getLastModifiedTime(last).toInstant();
    BufferedReader lines = new BufferedReader(Channels.newReader(journal, StandardCharsets.UTF_8));
    Execution replayed = JournalReplay.replay(notebook, lines);
    // Killed between notebook and record: the notebook knows more than the journal, such as
    // timings.
    boolean isPressed = notebook.metadata().object("papermill").string("end_time").isPresent();
    Execution execution =
        new Execution(
            isPressed ? notebook : replayed.notebook(), status(replayed), replayed.outcomes());
    press.write(
        RunRecord.ended(record, execution, end, record.object("provenance")),
        execution,
        start,
        end);
  }
}
