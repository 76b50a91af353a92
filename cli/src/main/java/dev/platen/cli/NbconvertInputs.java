package dev.platen.cli;

import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notebooks that arguments name, as nbconvert finds them. */
final class NbconvertInputs {
  private NbconvertInputs() {}

  /**
   * A file of the name, or with {@code .ipynb} behind it, or all that a pattern of file names
   * finds. When there is none, the name itself, so that whoever reads it says so.
   */
  static List<Path> of(String argument) {
    Path named = Path.of(argument);
    Path longer = Path.of(argument + ".ipynb");
    if (Files.exists(named)) {
      return List.of(named);
    }
    if (Files.exists(longer)) {
      return List.of(longer);
    }
    Path name = named.getFileName();
    Path dir = named.getParent();
    boolean pattern = name != null && name.toString().matches(".*[*?\\[].*");
    if (!pattern || !(dir == null || Files.isDirectory(dir))) {
      return List.of(named);
    }
    List<Path> found = matching(dir, name.toString());
    return found.isEmpty() ? List.of(named) : found;
  }

  private static List<Path> matching(@Nullable Path dir, String pattern) {
    Path folder = dir == null ? Path.of("") : dir;
    List<Path> found = new ArrayList<>();
    // A shell's pattern of file names knows no braces here; Java's would.
    String glob = pattern.replace("{", "\\{").replace("}", "\\}");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
      for (Path file : files) {
        boolean hidden =
            String.valueOf(file.getFileName()).startsWith(".") && !pattern.startsWith(".");
        if (!hidden && Files.isRegularFile(file)) {
          found.add(file);
        }
      }
    } catch (IOException e) {
      throw StorageFaults.reading(folder, e);
    }
    Collections.sort(found);
    return found;
  }
}
