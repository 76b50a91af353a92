package dev.platen.study;

import dev.platen.hash.Sha256;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps two drivers from running one trial at once. A trial is a byte of one file, locked while
 * somebody runs it; the system lets go of the lock whatever ends the process, so nothing stale is
 * ever left. One object for a file in a process: to close a second one would unlock the first.
 */
final class Claims implements AutoCloseable {
  /** A trial that nobody else has, until it is closed. */
  record Claim(FileLock lock) implements AutoCloseable {
    @Override
    public void close() {
      try {
        lock.release();
      } catch (IOException e) {
        // The channel is broken or closed: then the lock is gone already.
      }
    }
  }

  /** Beyond all trials. */
  private static final long PRESENCE = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;

  private Claims(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static Claims open(Path file) {
    try {
      return new Claims(
          file,
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw StorageFaults.writing(file, e);
    }
  }

  /**
   * Tells other drivers, until this is closed, that one is at work here.
   *
   * @param ifAlone is done before, while no other driver is and none can begin
   */
  void begin(Runnable ifAlone) {
    try {
      try (FileLock alone = channel.tryLock(PRESENCE, 1, false)) {
        if (alone != null) {
          ifAlone.run();
        }
      }
      var unused = channel.lock(PRESENCE, 1, true);
    } catch (OverlappingFileLockException e) {
      // A driver of this very process is at work, and holds the lock for both.
    } catch (IOException e) {
      throw StorageFaults.writing(file, e);
    }
  }

  /** Claims a trial by its key, any text; empty when another driver, or another thread, has it. */
  Optional<Claim> tryClaim(String key) {
    try {
      return Optional.ofNullable(channel.tryLock(position(key), 1, false)).map(Claim::new);
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFaults.writing(file, e);
    }
  }

  /** Two of a million trials meet in one byte with a chance of one in ten million. */
  private static long position(String key) {
    byte[] hash = HexFormat.of().parseHex(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
    return ByteBuffer.wrap(hash).getLong() & (Long.MAX_VALUE >> 1);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StorageFaults.writing(file, e);
    }
  }
}
