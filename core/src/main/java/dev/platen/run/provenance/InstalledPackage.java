package dev.platen.run.provenance;

import java.nio.file.Path;

/**
 * One package as its metadata tells it.
 *
 * @param name normalised, as in {@code scikit-learn}
 * @param version "" where none is recorded
 * @param metadata its {@code .dist-info} or {@code .egg-info}
 */
record InstalledPackage(String name, String version, Path metadata) {
  /** The folder in which its modules lie, too. */
  Path site() {
    return metadata.resolveSibling("");
  }
}
