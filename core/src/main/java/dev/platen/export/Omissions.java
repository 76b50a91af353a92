package dev.platen.export;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is taken out of a notebook before it is exported, as nbconvert's preprocessors do it.
 *
 * @param cellTags cells with one of these tags go
 * @param inputTags code of cells with one of these tags isn't shown
 * @param outputsTags all outputs of cells with one of these tags go
 * @param outputTags outputs with one of these tags in their own metadata go
 * @param patterns cells whose source begins with a match go
 * @param outputs whether all outputs and execution counts go
 */
public record Omissions(
    Set<String> cellTags,
    Set<String> inputTags,
    Set<String> outputsTags,
    Set<String> outputTags,
    List<Pattern> patterns,
    boolean outputs) {
  public static final Omissions NONE =
      new Omissions(Set.of(), Set.of(), Set.of(), Set.of(), List.of(), false);

  private static final String INPUT_TAG = "remove-input";
  private static final String MARK = "remove_source";

  public Omissions {
    cellTags = Set.copyOf(cellTags);
    inputTags = Set.copyOf(inputTags);
    outputsTags = Set.copyOf(outputsTags);
    outputTags = Set.copyOf(outputTags);
    patterns = List.copyOf(patterns);
  }

  /** The notebook without them. */
  public Notebook apply(Notebook notebook) {
    if (equals(NONE)) {
      return notebook;
    }
    List<Cell> kept = new ArrayList<>();
    for (Cell cell : notebook.cells()) {
      if (!hasOne(cell.tags(), cellTags) && !matches(cell.source())) {
        kept.add(cell instanceof CodeCell code ? reduced(code) : cell);
      }
    }
    return notebook.withCells(kept);
  }

  private boolean matches(String source) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(source).lookingAt());
  }

  private CodeCell reduced(CodeCell cell) {
    List<String> tags = cell.tags();
    CodeCell code = hasOne(tags, inputTags) ? withoutInput(cell) : cell;
    if (outputs || hasOne(tags, outputsTags)) {
      return code.withOutputs(outputs ? OptionalInt.empty() : code.executionCount(), List.of());
    }
    List<Output> left = code.outputs().stream().filter(o -> !hasOne(tags(o), outputTags)).toList();
    return code.withOutputs(code.executionCount(), left);
  }

  /** The mark is nbconvert's, and the tag is what the report knows. */
  private static CodeCell withoutInput(CodeCell cell) {
    List<String> tags = new ArrayList<>(cell.tags());
    tags.add(INPUT_TAG);
    return cell.withMetadata(
        cell.metadata()
            .with("tags", JsonArray.ofStrings(tags))
            .with("transient", JsonObject.EMPTY.with(MARK, JsonBoolean.TRUE)));
  }

  /** Whether the cell's code was to be left out. */
  static boolean isInputRemoved(Cell cell) {
    return cell.metadata().object("transient").isTrue(MARK);
  }

  private static List<String> tags(Output output) {
    JsonObject metadata =
        output instanceof DisplayData display
            ? display.metadata()
            : output instanceof ExecuteResult result ? result.metadata() : JsonObject.EMPTY;
    return metadata.array("tags").stream()
        .filter(JsonString.class::isInstance)
        .map(tag -> ((JsonString) tag).value())
        .toList();
  }

  private static boolean hasOne(Collection<String> tags, Set<String> sought) {
    return !Collections.disjoint(tags, sought);
  }
}
