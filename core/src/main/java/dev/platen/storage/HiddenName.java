package dev.platen.storage;

import dev.platen.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The name of a file that stands beside another while that is made: {@code .NAME.SUFFIX}. */
public final class HiddenName {
  /** File systems take 255 bytes; the longest suffix has a UUID. */
  private static final int LONGEST = 200;

  /** Of four bytes each at most. */
  private static final int KEPT = 32;

  private HiddenName() {}

  /** Beside a file; of a name that is too long to add to it, a part and its hash. */
  public static Path beside(Path file, String suffix) {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    String fitting =
        bytes.length <= LONGEST
            ? name
            : name.substring(0, name.offsetByCodePoints(0, KEPT)) + "~" + Sha256.of(bytes);
    return file.resolveSibling("." + fitting + "." + suffix);
  }
}
