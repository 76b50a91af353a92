package dev.platen.storage;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in the user's words what the file system refused. */
public final class StorageFaults {
  private StorageFaults() {}

  /** The fault for a file or folder that couldn't be written. */
  public static Fault writing(Path path, IOException e) {
    return describe("can't write '" + path.getFileName() + "'", path, e);
  }

  /** The fault for a file or folder that couldn't be read. */
  public static Fault reading(Path path, IOException e) {
    return describe("can't read '" + path.getFileName() + "'", path, e);
  }

  private static Fault describe(String what, Path path, IOException e) {
    String reason = reason(e);
    String lower = reason.toLowerCase(Locale.ROOT);
    if (e instanceof NoSuchFileException) {
      return fault(FaultKind.STORAGE_MISSING, what, path, e)
          .found("no such file or folder")
          .mend(
              path.getParent() == null || Files.isDirectory(path.getParent())
                  ? "check the name"
                  : "check the path; its folder isn't there either");
    }
    if (lower.contains("is a directory")) {
      return fault(FaultKind.STORAGE_MISSING, what, path, e).found("a folder").mend("name a file");
    }
    if (e instanceof NotDirectoryException || lower.contains("not a directory")) {
      return fault(FaultKind.STORAGE_MISSING, what, path, e)
          .found("a file where the path wants a folder")
          .mend("check the path");
    }
    if (e instanceof AccessDeniedException || lower.contains("read-only file system")) {
      return fault(FaultKind.STORAGE_DENIED, what, path, e)
          .found(e instanceof AccessDeniedException ? "permission denied" : reason)
          .mend("choose a place that you may use, or change its permissions");
    }
    if (lower.contains("no space left") || lower.contains("quota exceeded")) {
      return fault(FaultKind.STORAGE_BUSY, what, path, e)
          .found("the disk is full")
          .mend("free some space and run again");
    }
    if (lower.contains("file name too long")) {
      return fault(FaultKind.STORAGE_MISSING, what, path, e)
          .found("a name that is longer than file systems take, which is 255 bytes")
          .mend("shorten it");
    }
    if (lower.contains("too many levels of symbolic links")) {
      return fault(FaultKind.STORAGE_MISSING, what, path, e)
          .found("a link that leads back to itself")
          .mend("check the path, or make the link anew");
    }
    return fault(FaultKind.STORAGE_BUSY, what, path, e)
        .found(reason)
        .mend("see to the disk or the connection, then run again");
  }

  private static Fault fault(FaultKind kind, String what, Path path, IOException e) {
    return Fault.of(kind, what).where(path.toString()).cause(e);
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException fs && fs.getReason() != null) {
      return fs.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
