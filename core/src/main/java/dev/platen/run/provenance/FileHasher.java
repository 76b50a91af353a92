package dev.platen.run.provenance;

import dev.platen.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of files, in hex. Remembers what it hashed, by name, size and time, so that the thousand
 * runs of a study read their common data once: share one among them. Safe for any thread.
 */
public final class FileHasher {
  private record Identity(Path file, long bytes, FileTime modified, @Nullable Object key) {}

  /** A file as young as this may change again and keep its time: it isn't remembered. */
  private static final Duration SETTLED = Duration.ofSeconds(2);

  private final Sha256 sha256 = new Sha256();
  private final Map<Identity, String> known = new ConcurrentHashMap<>();
  private final Clock clock;

  public FileHasher(Clock clock) {
    this.clock = clock;
  }

  /** What it hashes with. */
  public Sha256 sha256() {
    return sha256;
  }

  /**
   * The hash of a file as it is now.
   *
   * @throws IOException as reading throws it
   */
  public String sha256(Path file) throws IOException {
    return sha256(file, Files.readAttributes(file, BasicFileAttributes.class));
  }

  String sha256(Path file, BasicFileAttributes attributes) throws IOException {
    FileTime modified = attributes.lastModifiedTime();
    Identity identity = new Identity(file, attributes.size(), modified, attributes.fileKey());
    String before = known.get(identity);
    if (before != null) {
      return before;
    }
    String hash = sha256.hash(file);
    if (modified.toInstant().isBefore(clock.instant().minus(SETTLED))) {
      known.put(identity, hash);
    }
    return hash;
  }
}
