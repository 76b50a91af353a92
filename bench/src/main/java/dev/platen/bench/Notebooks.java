package dev.platen.bench;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Executed notebooks, alike in every run. */
final class Notebooks {
  private static final String SOURCE =
      """
      import math

      def area(r):
          '''Of a circle.'''
          return math.pi * r ** 2

      print(area(%d))
      """;

  private Notebooks() {}

  /** Code cells of seven lines, each with so many characters of printed lines. */
  static Notebook of(int cells, int printed) {
    String line = "epoch 12: loss 0.0123, accuracy 0.987 <ok>\n";
    List<Output> outputs =
        List.of(StreamOutput.of("stdout", line.repeat(Math.max(1, printed / line.length()))));
    List<Cell> all = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      all.add(
          CodeCell.of("cell-" + i, SOURCE.formatted(i), JsonObject.EMPTY)
              .withOutputs(OptionalInt.of(i + 1), outputs));
    }
    JsonObject language = JsonObject.build(o -> o.put("name", "python"));
    return new Notebook(
        all, JsonObject.build(o -> o.put("language_info", language)), JsonObject.EMPTY);
  }
}
