package dev.platen.run.provenance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Tells the folders of a project in which nothing is the user's own. */
final class ForeignFolders {
  private static final Set<String> NEVER =
      Set.of("site-packages", "dist-packages", "__pycache__", "node_modules");

  private ForeignFolders() {}

  /** Whether a folder is hidden, an environment, or made by a tool. */
  static boolean contain(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.startsWith(".")
        || NEVER.contains(name)
        || Files.exists(folder.resolve("pyvenv.cfg"))
        || Files.exists(folder.resolve("conda-meta"));
  }
}
