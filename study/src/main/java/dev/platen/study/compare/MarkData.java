package dev.platen.study.compare;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.PastRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What people noted of runs, as the page's data has it: of those only that have a mark. */
final class MarkData {
  private MarkData() {}

  static List<JsonValue> of(List<PastRun> runs, Function<PastRun, RunMark> marks) {
    List<JsonValue> noted = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      RunMark mark = marks.apply(runs.get(i));
      if (!mark.isNone()) {
        noted.add(
            new JsonArray(
                List.of(
                    JsonNumber.of(i),
                    JsonBoolean.of(mark.star()),
                    JsonArray.ofStrings(mark.labels()),
                    new JsonString(ShortText.of(mark.note(), ShortText.DATA)))));
      }
    }
    return noted;
  }
}
