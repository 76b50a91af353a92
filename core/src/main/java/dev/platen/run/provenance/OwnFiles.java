package dev.platen.run.provenance;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells the files of the user's own from those of Python, of its packages and of the system. In the
 * project all is the user's own but its environments, the kernel's temporary folder and what the
 * run makes; elsewhere, as with data on another disk, all but the system's and temporary places.
 */
final class OwnFiles {
  private static final Set<String> NEVER =
      Set.of("site-packages", "dist-packages", "__pycache__", ".git", ".ipynb_checkpoints");
  private static final List<Path> SYSTEM =
      Stream.of(
              "/proc",
              "/sys",
              "/dev",
              "/etc",
              "/lib",
              "/lib64",
              "/usr/lib",
              "/usr/lib64",
              "/usr/share",
              "/usr/local/lib",
              "/usr/local/share",
              "/var/cache",
              // Of the machine; a kernel's own TMPDIR comes on top.
              "/tmp",
              "/private/tmp",
              "/System",
              "/Library")
          .map(Path::of)
          .toList();
  private static final Set<String> FONTS = Set.of("ttf", "otf", "ttc", "afm", "pfb");

  private final List<Path> project;
  private final List<Path> made;
  private final List<Path> foreignInside;
  private final List<Path> foreign;

  OwnFiles(ProjectScope scope, PythonReport python) {
    project = ProjectScope.bothNames(scope.root());
    made = bothNames(Stream.of(scope.runFolder(), python.stdlib()));
    List<Path> places = bothNames(Stream.of(python.prefix(), python.basePrefix(), python.temp()));
    // One around the project, such as the prefix /usr around /usr/src/app, says nothing about it.
    foreignInside = places.stream().filter(p -> isIn(p, project) && !project.contains(p)).toList();
    foreign = Stream.concat(places.stream(), SYSTEM.stream()).toList();
  }

  /** Whether an absolute, normal path is one of the user's own. */
  boolean contains(Path file) {
    if (isIn(file, made) || hasSegment(file)) {
      return false;
    }
    return isIn(file, project) ? !isIn(file, foreignInside) : !isIn(file, foreign) && !isFont(file);
  }

  /**
   * Those of the files that are the user's own, by the name they have in records. Two may share
   * one: a file can be opened as it is and through a link to the project.
   */
  SortedMap<String, Path> byName(List<Path> files) {
    SortedMap<String, Path> named = new TreeMap<>();
    for (Path file : files) {
      if (contains(file)) {
        named.put(ProjectScope.name(file, project), file);
      }
    }
    return named;
  }

  private static boolean hasSegment(Path file) {
    for (Path segment : file) {
      if (NEVER.contains(segment.toString())) {
        return true;
      }
    }
    return false;
  }

  /** Fonts that matplotlib goes through, and the list that it keeps of them. */
  private static boolean isFont(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith("fontlist-")
        || FONTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static List<Path> bothNames(Stream<Path> folders) {
    return folders.flatMap(folder -> ProjectScope.bothNames(folder).stream()).toList();
  }

  private static boolean isIn(Path file, List<Path> folders) {
    return folders.stream().anyMatch(file::startsWith);
  }
}
