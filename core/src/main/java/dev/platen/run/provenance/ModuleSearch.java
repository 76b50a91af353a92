package dev.platen.run.provenance;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * Looks for the Python modules of a project, the shallow ones first, within bounds: the project may
 * turn out to be somebody's whole disk. Used once.
 */
final class ModuleSearch {
  /**
   * How much there may be.
   *
   * @param entries of folders to look at
   */
  record Bounds(int modules, long bytes, int entries) {
    static final Bounds USUAL = new Bounds(5_000, 64L << 20, 200_000);
  }

  private final Path root;
  private final Predicate<Path> excluded;
  private final Bounds bounds;
  private final List<Path> modules = new ArrayList<>();
  private final Queue<Path> folders = new ArrayDeque<>();
  private long bytes;
  private int entries;
  private boolean cut;

  private ModuleSearch(Path root, Predicate<Path> excluded, Bounds bounds) {
    this.root = root;
    this.excluded = excluded;
    this.bounds = bounds;
  }

  /**
   * Searches a folder.
   *
   * @param excluded folders not to look into, beside hidden ones, environments and the like
   */
  static ModuleSearch in(Path root, Predicate<Path> excluded, Bounds bounds) {
    ModuleSearch search = new ModuleSearch(root, excluded, bounds);
    search.run();
    return search;
  }

  /** The files found before a bound was met. */
  List<Path> modules() {
    return modules;
  }

  /** Whether there may be more. */
  boolean isCut() {
    return cut;
  }

  private void run() {
    folders.add(root);
    while (!folders.isEmpty() && !cut) {
      list(folders.remove());
    }
  }

  private void list(Path folder) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        cut |= ++entries > bounds.entries();
        if (cut) {
          return;
        }
        look(child);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Python can't import from a folder that can't be listed either.
      return;
    }
  }

  private void look(Path child) {
    boolean module = child.toString().endsWith(".py");
    BasicFileAttributes here;
    try {
      here = Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      // Removed this moment.
      return;
    }
    if (here.isDirectory() && !excluded.test(child) && !ForeignFolders.contain(child)) {
      folders.add(child);
    } else if (module && here.isRegularFile()) {
      add(child, here.size());
    } else if (module && here.isSymbolicLink() && leadsToModuleInside(child)) {
      add(child, child.toFile().length());
    }
  }

  private void add(Path module, long size) {
    cut |= modules.size() == bounds.modules() || bytes + size > bounds.bytes();
    if (!cut) {
      bytes += size;
      modules.add(module);
    }
  }

  /** What lies outside of the project isn't the project's. */
  private boolean leadsToModuleInside(Path link) {
    try {
      return link.toRealPath().startsWith(root.toRealPath()) && Files.isRegularFile(link);
    } catch (IOException e) {
      return false;
    }
  }
}
