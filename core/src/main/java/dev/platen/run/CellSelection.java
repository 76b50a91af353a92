package dev.platen.run;

import static java.util.stream.Collectors.joining;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.ParameterTags;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which code cells of a notebook are to be run. The parameters cell and the injected one always
 * are, unless one of their tags is to be skipped: nothing makes sense without them.
 *
 * @param skipTags cells with one of these tags aren't run
 * @param onlyTags if there are any, cells without one of them aren't run
 * @param from the first cell, as {@link CellName} reads it
 * @param until the last one
 */
public record CellSelection(
    Set<String> skipTags, Set<String> onlyTags, Optional<String> from, Optional<String> until) {
  /** All cells. */
  public static final CellSelection ALL =
      new CellSelection(Set.of(), Set.of(), Optional.empty(), Optional.empty());

  public CellSelection {
    skipTags = Set.copyOf(skipTags);
    onlyTags = Set.copyOf(onlyTags);
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /**
   * The ids of the code cells that aren't run.
   *
   * @param name of the notebook, for faults
   * @throws Fault {@code USAGE} if a tag or cell isn't there, or nothing would be run
   */
  public Set<String> leftOut(Notebook notebook, String name) {
    List<Cell> cells = notebook.cells();
    checkTags(notebook, name);
    int first = from.map(cell -> CellName.find(cell, notebook, name).first()).orElse(0);
    int last = until.map(cell -> CellName.find(cell, notebook, name).last()).orElse(cells.size());
    Set<String> leftOut = new LinkedHashSet<>();
    IntStream.range(0, cells.size())
        .filter(i -> cells.get(i) instanceof CodeCell)
        .filter(i -> !runs(cells.get(i), i >= first && i <= last))
        .forEach(i -> leftOut.add(cells.get(i).id()));
    boolean isNothing =
        cells.stream()
            .filter(CodeCell.class::isInstance)
            .allMatch(cell -> leftOut.contains(cell.id()) || isParameters(cell));
    if (isNothing && !leftOut.isEmpty()) {
      throw Fault.of(FaultKind.USAGE, "no cell would be run")
          .where(describe())
          .found(name + " has no code cell that all of this admits")
          .mend("choose other cells, or leave one of these options out");
    }
    return leftOut;
  }

  /** What the log says of it; empty when all cells are run. */
  public Optional<String> note(Notebook notebook, Set<String> leftOut) {
    List<String> numbers =
        IntStream.range(0, notebook.cells().size())
            .filter(i -> leftOut.contains(notebook.cells().get(i).id()))
            .mapToObj(i -> String.valueOf(i + 1))
            .toList();
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "not run (%s): %s %s; what only they define is unknown to the others, outputs they have stay"
                .formatted(
                    describe(),
                    numbers.size() == 1 ? "cell" : "cells",
                    String.join(", ", numbers)));
  }

  private boolean runs(Cell cell, boolean inRange) {
    if (cell.tags().stream().anyMatch(skipTags::contains)) {
      return false;
    }
    boolean wanted = onlyTags.isEmpty() || cell.tags().stream().anyMatch(onlyTags::contains);
    return isParameters(cell) || (wanted && inRange);
  }

  private static boolean isParameters(Cell cell) {
    return cell.hasTag(ParameterTags.DEFAULTS) || cell.hasTag(ParameterTags.INJECTED);
  }

  /** A tag that no cell has is most often a slip of the pen. */
  private void checkTags(Notebook notebook, String name) {
    Set<String> known = new LinkedHashSet<>();
    notebook.cells().forEach(cell -> known.addAll(cell.tags()));
    for (String tag : onlyTags) {
      if (!known.contains(tag)) {
        throw Fault.of(FaultKind.USAGE, "no cell is tagged '" + tag + "'")
            .where("--only-tag " + tag)
            .found(known.isEmpty() ? name + ", without tags" : String.join(", ", known))
            .mend("name a tag that is there");
      }
    }
  }

  /** As on the command line. */
  public String describe() {
    List<String> options = new ArrayList<>();
    skipTags.stream().sorted().forEach(tag -> options.add("--skip-tag " + tag));
    onlyTags.stream().sorted().forEach(tag -> options.add("--only-tag " + tag));
    from.ifPresent(cell -> options.add("--from " + cell));
    until.ifPresent(cell -> options.add("--until " + cell));
    return options.stream().collect(joining(" "));
  }
}
