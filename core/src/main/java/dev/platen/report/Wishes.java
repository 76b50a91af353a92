package dev.platen.report;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the author wants to be seen of a cell: said by JupyterLab's metadata, by the tags that
 * Jupyter Book made common, or by Quarto's options. What is hidden is folded; what is removed is
 * not in the page.
 *
 * @param input empty if nothing was said of it
 * @param removedStreams their names
 * @param scrolled whether long output is to stay in a box of its own
 */
record Wishes(
    Visibility cell,
    Optional<Visibility> input,
    Visibility output,
    Set<String> removedStreams,
    boolean scrolled) {
  Wishes {
    removedStreams = Set.copyOf(removedStreams);
  }

  /** Of a text cell. */
  static Wishes of(Cell cell) {
    return of(cell, CellOptions.of(""));
  }

  /**
   * Of a code cell. An error is never removed, and a cell that failed not even folded, whatever its
   * author wished for when all went well.
   */
  static Wishes of(CellRun run, CellOptions options) {
    Wishes asked = of(run.cell(), options);
    if (run.ending().isBad()) {
      return new Wishes(
          Visibility.SHOWN, Optional.of(Visibility.SHOWN), Visibility.SHOWN, Set.of(), false);
    }
    if (run.error().isPresent()) {
      return new Wishes(
          asked.cell.kept(),
          asked.input,
          asked.output.kept(),
          asked.removedStreams,
          asked.scrolled);
    }
    return asked;
  }

  private static Wishes of(Cell cell, CellOptions options) {
    JsonObject metadata = cell.metadata();
    JsonObject lab = metadata.object("jupyter");
    boolean inputHidden =
        lab.isTrue("source_hidden")
            || metadata.isTrue("hide_input")
            || metadata.text("cellView").equals("form")
            || options.isTrue("code-fold");
    Optional<Visibility> input =
        byTag(cell, "input", inputHidden, options.isFalse("echo"))
            .or(() -> Optional.of(Visibility.SHOWN).filter(shown -> isUnfolded(options)));
    boolean outputHidden = lab.isTrue("outputs_hidden") || metadata.isTrue("collapsed");
    boolean noOutput =
        options.isFalse("output") || options.text("results").filter("hide"::equals).isPresent();
    return new Wishes(
        byTag(cell, "cell", false, options.isFalse("include")).orElse(Visibility.SHOWN),
        input,
        byTag(cell, "output", outputHidden, noOutput).orElse(Visibility.SHOWN),
        removedStreams(cell, options),
        metadata.isTrue("scrolled") || has(cell, "scroll", "output"));
  }

  private static boolean isUnfolded(CellOptions options) {
    return options.isFalse("code-fold")
        || options.text("code-fold").filter("show"::equals).isPresent();
  }

  private static Optional<Visibility> byTag(
      Cell cell, String part, boolean folded, boolean removed) {
    if (removed || has(cell, "remove", part)) {
      return Optional.of(Visibility.REMOVED);
    }
    return folded || has(cell, "hide", part) ? Optional.of(Visibility.FOLDED) : Optional.empty();
  }

  /** Jupyter Book writes hyphens, others underlines. */
  private static boolean has(Cell cell, String verb, String part) {
    return cell.hasTag(verb + "-" + part) || cell.hasTag(verb + "_" + part);
  }

  private static Set<String> removedStreams(Cell cell, CellOptions options) {
    Set<String> removed = new HashSet<>();
    for (String name : List.of("stdout", "stderr")) {
      if (has(cell, "remove", name)) {
        removed.add(name);
      }
    }
    if (options.isFalse("warning")) {
      removed.add("stderr");
    }
    return removed;
  }

  /** The code's visibility in a report that shows code so. */
  Visibility input(ReportOptions.Code display) {
    return switch (display) {
      case SHOWN -> input.orElse(Visibility.SHOWN);
      case FOLDED -> input.orElse(Visibility.FOLDED);
      case HIDDEN -> Visibility.REMOVED;
    };
  }

  /** Those of the outputs that stay. */
  List<Output> keep(List<Output> outputs) {
    return removedStreams.isEmpty()
        ? outputs
        : outputs.stream()
            .filter(
                output ->
                    !(output instanceof StreamOutput stream
                        && removedStreams.contains(stream.name())))
            .toList();
  }
}
