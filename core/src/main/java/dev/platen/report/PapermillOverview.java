package dev.platen.report;

import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What papermill noted of a run in {@code metadata.papermill} of the notebook. */
final class PapermillOverview {
  private PapermillOverview() {}

  static Optional<RunOverview> of(Notebook notebook) {
    JsonObject noted = notebook.metadata().object("papermill");
    if (noted.isEmpty()) {
      return Optional.empty();
    }
    List<ReportParameter> parameters = new ArrayList<>();
    noted
        .object("parameters")
        .members()
        .forEach(
            (name, value) ->
                parameters.add(new ReportParameter(name, text(value), "", Optional.empty())));
    boolean ended = noted.string("end_time").isPresent();
    String status = noted.isTrue("exception") ? "failed" : ended ? "succeeded" : "running";
    return Optional.of(
        new RunOverview(
            status,
            Optional.empty(),
            parameters,
            List.of(),
            List.of(),
            started(noted.text("start_time")),
            duration(noted.value("duration"))));
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString s ? s.value() : JsonWriter.compactText(value);
  }

  /** Minutes are enough to tell runs apart by. */
  private static String started(String isoTime) {
    return isoTime.length() >= "2026-01-01T12:00".length()
        ? isoTime.substring(0, 16).replace('T', ' ') + " UTC"
        : isoTime;
  }

  private static String duration(@org.jspecify.annotations.Nullable JsonValue seconds) {
    return seconds instanceof JsonNumber number
        ? Durations.words(Durations.ofSeconds(number.value().doubleValue()))
        : "";
  }
}
