package dev.platen.storage;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that is meant when a link is named: a link is written through, never replaced. */
public final class LinkedFile {
  /** As many as Linux follows. */
  private static final int MOST = 40;

  private LinkedFile() {}

  /**
   * The file that a path leads to, whether it is there or not.
   *
   * @throws Fault {@code STORAGE_MISSING} if links lead in a circle, or another storage fault
   */
  public static Path of(Path path) {
    Path at = path.toAbsolutePath();
    try {
      for (int followed = 0; followed <= MOST; followed++) {
        if (Files.exists(at)) {
          return at.toRealPath();
        }
        if (!Files.isSymbolicLink(at)) {
          Path folder = at.getParent();
          return folder != null && Files.exists(folder)
              ? folder.toRealPath().resolve(at.getFileName())
              : at;
        }
        at = at.resolveSibling(Files.readSymbolicLink(at));
      }
    } catch (IOException e) {
      throw StorageFaults.writing(path, e);
    }
    throw Fault.of(FaultKind.STORAGE_MISSING, "can't write '" + path.getFileName() + "'")
        .where(path.toString())
        .found("a link that leads back to itself")
        .mend("name a file, or make the link anew");
  }
}
