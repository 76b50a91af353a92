package dev.platen.run.provenance;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that the user declares a run to depend on.
 *
 * @param dir the folder to which the patterns are relative, unless they are absolute
 * @param patterns globs, in which {@code *} stops at a slash and {@code **} doesn't; {@code **} as
 *     a whole name stands for no folder too, and a folder's name for all that is in it. Hidden
 *     names, environments and the folder of the runs don't match a wildcard
 */
public record DeclaredInputs(Path dir, List<String> patterns) {
  /**
   * Checks the patterns.
   *
   * @throws dev.platen.fault.Fault {@code STUDY_INVALID} if one is no pattern
   */
  public DeclaredInputs {
    patterns = List.copyOf(patterns);
    patterns.forEach(InputPattern::parse);
  }

  public static DeclaredInputs none(Path dir) {
    return new DeclaredInputs(dir, List.of());
  }
}
