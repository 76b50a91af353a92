package dev.platen.study.compare;

import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;

/**
 * A text or a table that a run showed.
 *
 * @param place the cell that showed it
 * @param nth which of the cell's texts and tables it is, from 1
 * @param isTable whether it is a table
 * @param content as the page's data has it: the text, or {@code {heads, side, rows, cut?}}
 * @param size how many characters the content takes on the page
 */
record RunOutput(CellPlace place, int nth, boolean isTable, JsonValue content, int size) {
  RunOutput(CellPlace place, int nth, boolean isTable, JsonValue content) {
    this(place, nth, isTable, content, size(content));
  }

  private static int size(JsonValue content) {
    return JsonWriter.compactText(content).replace("<", "\\u003c").length();
  }

  /** The same in all runs that have it. A cell that shows a table here and a text there has two. */
  String id() {
    return place.id() + (isTable ? "/table-" : "/text-") + nth;
  }
}
