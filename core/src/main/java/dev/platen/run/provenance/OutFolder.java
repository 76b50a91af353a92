package dev.platen.run.provenance;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The folder in which runs are kept, none of which is an input of the next.
 *
 * @param path absolute, normal
 * @param project the template's folder, absolute, normal; runs may be kept in it, or around it
 */
record OutFolder(Path path, Path project) {
  /** What {@code RunFolder} makes, and the snapshots that runs share. */
  private static final Pattern MADE = Pattern.compile(".*~[a-z2-7]{6}|" + ProjectSnapshot.FOLDER);

  OutFolder {
    path = path.toAbsolutePath().normalize();
    project = project.toAbsolutePath().normalize();
  }

  /** Whether a file or folder was made by runs. */
  boolean holds(Path file) {
    if (!file.startsWith(path) || file.equals(path)) {
      return file.equals(path) && !project.startsWith(path);
    }
    return !project.startsWith(path)
        || MADE.matcher(path.relativize(file).getName(0).toString()).matches();
  }
}
