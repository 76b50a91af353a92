package dev.platen.cli;

import dev.platen.run.CellSelection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cells are run. */
final class SelectionFlags {
  @Option(
      names = "--skip-tag",
      paramLabel = "TAG",
      description = "Leave out the cells with this tag; again for more.")
  private List<String> skipTags = List.of();

  @Option(
      names = "--only-tag",
      paramLabel = "TAG",
      description = "Run the cells with this tag only, and the parameters; again for more.")
  private List<String> onlyTags = List.of();

  @Option(
      names = "--from",
      paramLabel = "CELL",
      description =
          "Begin with this cell, behind the parameters: its number, id, tag or heading. The kernel is a new one:"
              + " what the cells before it would have defined isn't there.")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "CELL",
      description =
          "Stop behind this cell; of a heading, behind its section. Cells that aren't run keep the outputs they have.")
  private @Nullable String until;

  CellSelection selection() {
    return new CellSelection(
        new LinkedHashSet<>(skipTags),
        new LinkedHashSet<>(onlyTags),
        Optional.ofNullable(from),
        Optional.ofNullable(until));
  }
}
