package dev.platen.run.file;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.HiddenName;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The journal beside a notebook that is being made. It is locked as long as its Platen lives:
 * whoever gets the lock knows that the run is dead.
 */
final class FileJournal {
  private FileJournal() {}

  /** Its place. */
  static Path of(Path notebook) {
    return HiddenName.beside(notebook, "journal");
  }

  /** Takes it, empty. */
  static FileChannel claim(Path notebook) {
    Path journal = of(notebook);
    try {
      FileChannel channel =
          FileChannel.open(
              journal,
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw busy(notebook);
      }
      channel.truncate(0);
      return channel;
    } catch (IOException e) {
      // The notebook is what the user named.
      throw StorageFaults.writing(notebook, e);
    }
  }

  /** Whether the lock is ours now; a file system without locks gives it to everybody. */
  static boolean isLocked(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Then nobody can tell whether another run writes here, and papermill never asked.
      return true;
    }
  }

  static Fault busy(Path notebook) {
    return Fault.of(FaultKind.STORAGE_BUSY, "another run is writing this notebook")
        .where(notebook.toString())
        .found("its journal, " + of(notebook).getFileName() + ", locked")
        .mend("wait for that run, or name another file");
  }

  static void remove(Path notebook) {
    try {
      Files.deleteIfExists(of(notebook));
    } catch (IOException e) {
      throw StorageFaults.writing(of(notebook), e);
    }
  }
}
