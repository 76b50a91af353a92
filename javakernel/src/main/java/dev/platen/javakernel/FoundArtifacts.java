package dev.platen.javakernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where artifacts lay the last time, in the user's cache: to ask Maven takes seconds, and every run
 * of a study would. Released versions don't change; snapshots are asked for anew.
 */
final class FoundArtifacts {
  /** Asks Maven. */
  @FunctionalInterface
  interface Search {
    List<String> paths() throws IOException, CellFailure;
  }

  private final Path folder =
      Path.of(
              Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                  .filter(home -> !home.isEmpty())
                  .orElse(System.getProperty("user.home") + "/.cache"))
          .resolve("platen/maven");

  /** The paths that are known and still there, or else what the search finds. */
  List<String> paths(List<String> coordinates, Search search) throws IOException, CellFailure {
    String key = String.join(" ", coordinates);
    Path known =
        folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".txt");
    if (Files.isReadable(known)) {
      List<String> lines = Files.readAllLines(known);
      if (lines.get(0).equals(key)
          && lines.stream().skip(1).allMatch(path -> Files.isReadable(Path.of(path)))) {
        return lines.subList(1, lines.size());
      }
    }
    List<String> paths = search.paths();
    if (!key.contains("SNAPSHOT")) {
      keep(known, key, paths);
    }
    return paths;
  }

  private void keep(Path known, String key, List<String> paths) {
    try {
      Files.createDirectories(folder);
      Path whole = Files.createTempFile(folder, "found", "");
      Files.writeString(whole, key + "\n" + String.join("\n", paths) + "\n");
      Files.move(whole, Objects.requireNonNull(known), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // A cache that can't be written: Maven is asked the next time too.
    }
  }
}
