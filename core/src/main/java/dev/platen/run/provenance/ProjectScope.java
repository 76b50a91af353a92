package dev.platen.run.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What belongs to the user's project, as seen from one run.
 *
 * @param root the project's folder, absolute
 * @param runFolder what Platen writes; nothing in it is an input
 */
public record ProjectScope(Path root, Path runFolder) {

  public ProjectScope {
    root = root.toAbsolutePath().normalize();
    runFolder = runFolder.toAbsolutePath().normalize();
  }

  /** The git work tree around the template, or else the template's own folder. */
  public static ProjectScope of(Path templateDir, Optional<GitState> git, Path runFolder) {
    return new ProjectScope(git.map(GitState::root).orElse(templateDir), runFolder);
  }

  /**
   * The project's folder, without a question to git.
   *
   * @return the git work tree around the template's folder, or else that folder; absolute
   */
  public static Path rootOf(Path templateDir) {
    Path dir = templateDir.toAbsolutePath().normalize();
    return GitQuery.workTree(dir).orElse(dir);
  }

  /** How a file is called in records: relative to the root when it lies in it, else absolute. */
  public String name(Path file) {
    return name(file, bothNames(root));
  }

  /** Likewise, for many files: the root's names are looked up once. */
  static String name(Path file, List<Path> rootNames) {
    Path absolute = file.toAbsolutePath().normalize();
    return rootNames.stream()
        .filter(absolute::startsWith)
        .findFirst()
        .map(folder -> folder.relativize(absolute))
        .orElse(absolute)
        .toString();
  }

  /** A folder as it was named, and as it is when all symbolic links are followed. */
  static List<Path> bothNames(Path folder) {
    return Stream.of(folder, real(folder)).distinct().toList();
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }
}
