package dev.platen.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that nobody ever sees a part of it: beside its place, flushed to the disk, then
 * renamed. Whatever ends the process, the file is the old one or the new one.
 */
public final class WholeFile {
  /** Writes the content of a file. */
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  private static final int BUFFER = 1 << 16;

  private WholeFile() {}

  /**
   * Writes or replaces a file.
   *
   * @throws dev.platen.fault.Fault a storage fault that names the file; what stood there before is
   *     untouched
   */
  public static void write(Path file, Body body) {
    replace(file, HiddenName.beside(file, "part"), body);
  }

  public static void write(Path file, byte[] content) {
    write(file, out -> out.write(content));
  }

  /**
   * The same for a file that several processes may write at once: the last one's stays. A process
   * that is killed meanwhile leaves a file {@code .NAME.UUID.part} to whoever clears up.
   */
  public static void writeShared(Path file, Body body) {
    replace(file, HiddenName.beside(file, UUID.randomUUID() + ".part"), body);
  }

  private static void replace(Path file, Path beside, Body body) {
    try {
      try (FileChannel channel =
              FileChannel.open(
                  beside,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
        body.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(beside, e);
      throw StorageFaults.writing(file, e);
    } catch (RuntimeException | Error e) {
      discard(beside, e);
      throw e;
    }
  }

  private static void discard(Path beside, Throwable reason) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
