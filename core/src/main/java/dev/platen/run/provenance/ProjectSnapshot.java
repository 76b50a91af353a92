package dev.platen.run.provenance;

import java.nio.file.Path;

/**
 * The project's modules as they were at one moment, kept so that what was queued is what runs.
 *
 * @param root the project's folder
 * @param copy the folder that holds the modules' copies, by their paths relative to the root
 */
public record ProjectSnapshot(Path root, Path copy) {
  /** The folder of snapshots, beside the runs' own. */
  public static final String FOLDER = "snapshots";

  /** How run.json calls it. */
  String nameFrom(Path outDir) {
    return outDir.relativize(copy.toAbsolutePath().normalize()).toString();
  }
}
