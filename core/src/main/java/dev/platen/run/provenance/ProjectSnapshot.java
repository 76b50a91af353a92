package dev.platen.run.provenance;

import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The project's Python modules and a template as they were at one moment, kept so that what was
 * queued is what runs.
 *
 * @param root the folder whose modules were copied, absolute
 * @param copy the folder that holds the copies, by their paths relative to the root; read-only
 * @param notes which modules it doesn't hold, or that it isn't used
 */
public record ProjectSnapshot(Path root, Path copy, List<String> notes) {
  /** The folder of snapshots, beside the runs' own. */
  public static final String FOLDER = "snapshots";

  public ProjectSnapshot {
    root = root.toAbsolutePath().normalize();
    copy = copy.toAbsolutePath().normalize();
    notes = List.copyOf(notes);
  }

  /** As the other {@code take}, with the template as its file is now. */
  public static ProjectSnapshot take(Path root, Path template, Path snapshots) {
    try {
      return take(root, template, Files.readAllBytes(template), snapshots);
    } catch (IOException e) {
      throw StorageFaults.reading(template, e);
    }
  }

  /**
   * Copies every {@code .py} file of a project, and the template, into a folder named by their
   * content; there is nothing to do when it exists. Left out are hidden folders, environments,
   * installed packages, the folder of the runs, and what links lead to outside. In a project too
   * large for it, only the template's own folder is searched, and the notes say so.
   *
   * @param root the project's folder, as {@link ProjectScope#rootOf} tells it
   * @param template its bytes are given, since it was read already
   * @param snapshots made when it isn't there, but not its parent, which is the folder of the runs
   * @throws dev.platen.fault.Fault a storage fault, or {@code SEAL_BROKEN} if the same snapshot was
   *     taken before and somebody changed it
   */
  public static ProjectSnapshot take(
      Path root, Path template, byte[] templateBytes, Path snapshots) {
    return new SnapshotTaking(template, templateBytes, snapshots, ModuleSearch.Bounds.USUAL)
        .take(root);
  }

  /** With one more note. */
  public ProjectSnapshot with(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new ProjectSnapshot(root, copy, more);
  }

  /** Where the copy of a file of the project is, if there is one. */
  public Path copyOf(Path file) {
    return copy.resolve(root.relativize(file.toAbsolutePath().normalize()).toString());
  }

  /** How run.json calls it. */
  String nameFrom(Path outDir) {
    return outDir.toAbsolutePath().normalize().relativize(copy).toString();
  }
}
