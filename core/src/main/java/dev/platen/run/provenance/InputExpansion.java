package dev.platen.run.provenance;

import dev.platen.run.provenance.InputPattern.Segment;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Looks for the files that patterns name. Used once. */
final class InputExpansion {
  static final int MOST_FILES = 10_000;
  private static final int MOST_ENTRIES = 200_000;

  private final OutFolder out;
  private final SortedSet<Path> files = new TreeSet<>();
  private int entries;
  private boolean cut;

  InputExpansion(OutFolder out) {
    this.out = out;
  }

  /** Adds the files of one pattern. Those that can't be looked at aren't there. */
  void add(Path dir, InputPattern pattern) {
    Path base = dir.resolve(pattern.base()).toAbsolutePath().normalize();
    List<Segment> segments = pattern.segments();
    boolean folder = segments.isEmpty() && Files.isDirectory(base);
    visit(base, folder ? InputPattern.parse("**").segments() : segments);
  }

  /** Absolute, normal, each once. */
  List<Path> files() {
    return files.stream().limit(MOST_FILES).toList();
  }

  /** Whether there was more than is wanted of any run. */
  boolean isCut() {
    return cut;
  }

  private void visit(Path path, List<Segment> segments) {
    if (cut || out.holds(path) || isInGit(path)) {
      return;
    }
    if (segments.isEmpty()) {
      if (Files.isRegularFile(path) && files.add(path)) {
        cut = files.size() > MOST_FILES;
      }
      return;
    }
    Segment first = segments.get(0);
    List<Segment> rest = segments.subList(1, segments.size());
    if (first.isDeep()) {
      visit(path, rest);
      for (Path child : children(path)) {
        // Files of this folder are matched by the rest, but for a pattern that ends here.
        if (isOwnFolder(child) && !leadsBack(child)) {
          visit(child, segments);
        } else if (rest.isEmpty() && !isHidden(child)) {
          visit(child, rest);
        }
      }
    } else {
      children(path).stream()
          .filter(child -> first.matches(child.getFileName()))
          .filter(child -> rest.isEmpty() || first.wantsHidden() || !ForeignFolders.contain(child))
          .forEach(child -> visit(child, rest));
    }
  }

  private List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return children;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path child : all) {
        cut |= ++entries > MOST_ENTRIES;
        if (cut) {
          break;
        }
        children.add(child);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // A folder that can't be listed has no files for the kernel either.
      return children;
    }
    return children;
  }

  private static boolean isOwnFolder(Path path) {
    return Files.isDirectory(path) && !ForeignFolders.contain(path);
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static boolean isInGit(Path path) {
    for (Path segment : path) {
      if (segment.toString().equals(".git")) {
        return true;
      }
    }
    return false;
  }

  /** A link to a folder around it. */
  private static boolean leadsBack(Path folder) {
    try {
      return Files.isSymbolicLink(folder)
          && folder.resolveSibling("").toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }
}
