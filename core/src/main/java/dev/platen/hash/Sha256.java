package dev.platen.hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * SHA-256 in lower-case hex. An instance is for whoever hashes much: once it took in some
 * megabytes, or is given a file of that size, OpenSSL does the work where there is one. Safe for
 * any thread.
 */
public final class Sha256 {
  private static final int BUFFER = 1 << 18;

  /**
   * To load OpenSSL takes Java about as long as to hash so many bytes itself. Whoever makes the
   * archive that Platen starts from sets it, so that the way there is in it.
   */
  private static final long MUCH = Long.getLong("platen.sha256.much", 6L << 20);

  private final AtomicLong taken = new AtomicLong();
  private final long much;

  public Sha256() {
    this(MUCH);
  }

  Sha256(long much) {
    this.much = much;
  }

  /** Of little. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  static byte[] digest(byte[] bytes) {
    return java().digest(bytes);
  }

  public String hash(byte[] bytes) {
    Optional<OpenSsl> openSsl = forMore(bytes.length);
    if (openSsl.isEmpty()) {
      return of(bytes);
    }
    try (OpenSsl.Digest digest = openSsl.get().begin()) {
      digest.update(bytes, bytes.length);
      return HexFormat.of().formatHex(digest.end());
    }
  }

  /**
   * Reads the whole file.
   *
   * @throws IOException as reading throws it
   */
  public String hash(Path file) throws IOException {
    long size = Files.size(file);
    byte[] buffer = new byte[(int) Math.min(size + 1, BUFFER)];
    Optional<OpenSsl> openSsl = forMore(size);
    if (openSsl.isEmpty()) {
      MessageDigest digest = java();
      read(file, buffer, length -> digest.update(buffer, 0, length));
      return HexFormat.of().formatHex(digest.digest());
    }
    try (OpenSsl.Digest digest = openSsl.get().begin()) {
      read(file, buffer, length -> digest.update(buffer, length));
      return HexFormat.of().formatHex(digest.end());
    }
  }

  private interface Taker {
    void take(int length);
  }

  private static void read(Path file, byte[] buffer, Taker taker) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        taker.take(n);
      }
    }
  }

  private Optional<OpenSsl> forMore(long bytes) {
    return taken.addAndGet(bytes) < much ? Optional.empty() : OpenSsl.find();
  }

  private static MessageDigest java() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
