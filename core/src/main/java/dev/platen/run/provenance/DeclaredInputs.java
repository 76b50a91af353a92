package dev.platen.run.provenance;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that the user declares a run to depend on.
 *
 * @param dir the folder to which the patterns are relative
 * @param patterns globs, in which {@code *} stops at a slash and {@code **} doesn't
 */
public record DeclaredInputs(Path dir, List<String> patterns) {
  public DeclaredInputs {
    patterns = List.copyOf(patterns);
  }

  public static DeclaredInputs none(Path dir) {
    return new DeclaredInputs(dir, List.of());
  }
}
