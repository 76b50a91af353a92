package dev.platen.study.serve;

import dev.platen.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of run folders that may be asked for: those that a run leaves, by their names. No link
 * is followed, for a folder of runs may be a stranger's.
 *
 * @param dirs the folders of runs, their real paths; of several, a run is named by the folder's
 *     number and its own name, as {@link dev.platen.study.compare.RunLinks} has it
 */
record ServedFiles(List<Path> dirs) {
  private static final String JSON = "application/json";
  private static final Map<String, String> TYPES =
      Map.of(
          "report.html", "text/html; charset=utf-8",
          "notebook.ipynb", JSON,
          "run.json", JSON,
          "seal.json", JSON,
          "kernel.log", "text/plain; charset=utf-8");

  private static final Pattern FIGURE =
      Pattern.compile("cell-\\d{1,6}-\\d{1,6}\\.(svg|png|jpg|gif|webp)");
  private static final Map<String, String> IMAGES =
      Map.of(
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp");

  /** A file, and what it is. */
  record Found(Path file, String type) {}

  /** How many parts of an address name a run. */
  int depth() {
    return dirs.size() == 1 ? 1 : 2;
  }

  /**
   * Finds a file of a run.
   *
   * @param names what names the run, and the way from there
   */
  Optional<Found> find(List<String> names) {
    if (names.size() <= depth()) {
      return Optional.empty();
    }
    List<String> run = names.subList(0, depth());
    List<String> way = names.subList(depth(), names.size());
    if (way.size() == 1) {
      return folder(run).flatMap(dir -> found(dir, way.get(0), TYPES.get(way.get(0))));
    }
    if (way.size() == 2 && way.get(0).equals("figures")) {
      Matcher figure = FIGURE.matcher(way.get(1));
      return figure.matches()
          ? folder(run)
              .map(dir -> new RunFolder(dir).figures())
              .filter(ServedFiles::isFolder)
              .flatMap(figures -> found(figures, way.get(1), IMAGES.get(figure.group(1))))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** A run's folder, which is no link. */
  Optional<Path> folder(List<String> run) {
    if (run.size() != depth()) {
      return Optional.empty();
    }
    String name = run.get(depth() - 1);
    return depth() == 1
        ? folder(dirs.get(0), name)
        : dir(run.get(0)).flatMap(dir -> folder(dir, name));
  }

  private Optional<Path> dir(String number) {
    return IntStream.range(0, dirs.size())
        .filter(i -> Integer.toString(i + 1).equals(number))
        .mapToObj(dirs::get)
        .findFirst();
  }

  private static Optional<Path> folder(Path dir, String name) {
    try {
      Path run = dir.resolve(name);
      boolean isRuns = dir.equals(run.getParent()) && isFolder(run);
      Path record = new RunFolder(run).record();
      return isRuns && Files.isRegularFile(record, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(run)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<Found> found(Path folder, String name, @Nullable String type) {
    if (type == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(name);
    try {
      // The real path once more: whatever lies between the folder and the file is no link either.
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && file.toRealPath().equals(file)
          ? Optional.of(new Found(file, type))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
