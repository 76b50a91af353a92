package dev.platen.study.compare;

import dev.platen.run.RunFolder;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What lies in the run folders beside their records: the names of their figures, and where the
 * notebooks' cells are. Ten thousand notebooks would take minutes to read; one is read of those
 * that have the same code and the same figures. Confined to one thread.
 */
final class RunShelf {
  /** As the run writes them; nothing else in the folder becomes part of the page. */
  static final Pattern FIGURE =
      Pattern.compile("cell-(\\d{1,6})-(\\d{1,6})\\.(svg|png|jpg|gif|webp)");

  /** Of one shelf: a study whose runs all have other figures gets by with the cells' numbers. */
  static final int MOST_NOTEBOOKS = 32;

  /** Runs that share it have the same cells at the same numbers, as far as one can tell. */
  record Layout(String code, List<String> figures) {}

  private final RunCache<List<String>> figures = new RunCache<>();
  private final RunCache<List<RunOutput>> outputs = new RunCache<>();
  private final RunCache<Long> sizes = new RunCache<>();
  private final Map<Layout, Optional<List<CellPlace>>> layouts = new HashMap<>();

  /** Begins to look through all runs anew. */
  void begin() {
    figures.begin(List.of());
    outputs.begin(List.of());
    sizes.begin(List.of());
  }

  /** The names of a run's figures, in the order of its cells. */
  List<String> figures(PastRun run) {
    return figures.of(run, false, r -> names(r.folder()));
  }

  Layout layout(PastRun run) {
    return new Layout(run.inputs().codeSha256(), figures(run));
  }

  /** The cells of a run's notebook; empty if nothing is known of them. */
  Optional<List<CellPlace>> cells(PastRun run) {
    Layout layout = layout(run);
    Optional<List<CellPlace>> known = layouts.get(layout);
    if (known != null) {
      return known;
    }
    if (layouts.size() >= MOST_NOTEBOOKS) {
      return Optional.empty();
    }
    Optional<List<CellPlace>> cells = CellPlaces.read(run.folder().notebook());
    // Of a run that goes on there may be more to read the next time.
    if (cells.isPresent() || run.sealed()) {
      layouts.put(layout, cells);
    }
    return cells;
  }

  /** What the run's notebook shows; nothing if it can't be read. */
  List<RunOutput> outputs(PastRun run) {
    return outputs.of(
        run,
        false,
        r -> CellPlaces.notebook(r.folder().notebook()).map(RunOutputs::of).orElse(List.of()));
  }

  /** 0 if it isn't there. Asked of ten thousand runs after every run, so the disk is asked once. */
  long notebookBytes(PastRun run) {
    return sizes.of(run, false, RunShelf::size);
  }

  private static long size(PastRun run) {
    try {
      return Files.size(run.folder().notebook());
    } catch (IOException e) {
      // Then there is nothing to read, which outputs() tells.
      return 0;
    }
  }

  private static List<String> names(RunFolder folder) {
    Path dir = folder.figures();
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(dir)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (FIGURE.matcher(name).matches()) {
          names.add(name);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // The run's row is worth more than its pictures; its report has them too.
      return List.of();
    }
    Collections.sort(names);
    return List.copyOf(names);
  }
}
