package dev.platen.endtoend;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where Platen writes something else than papermill, on purpose. Each makes of papermill's notebook
 * what Platen writes; {@code docs/papermill.md} has each under its words, with the reason.
 */
enum PapermillDifference {
  SUCCESS_IS_SAID(
      "`exception` is `false` when all went well",
      notebook -> papermill(notebook, p -> p.with("exception", JsonBoolean.FALSE))),
  STREAMS_ARE_MERGED("adjacent texts of one stream are one output", each(cell -> merged(cell))),
  BLANK_CELLS_ARE_SKIPPED("a cell without code is `skipped`", each(cell -> blank(cell))),
  TAGGED_CELLS_ARE_SKIPPED(
      "a cell tagged `skip-execution` is `skipped` and keeps its outputs",
      each(cell -> hasTag(cell, "skip-execution") ? kept(cell) : cell)),
  TOLERATED_ERRORS_ARE_TOLERATED(
      "an error that the tag `raises-exception` permits is none",
      notebook -> papermill(withoutMarkers(notebook), p -> p.with("exception", JsonBoolean.FALSE))),
  A_CLEAN_EXIT_IS_CLEAN(
      "`sys.exit(0)` ends the run, and all is well",
      notebook ->
          papermill(
              restatus(notebook, "failed", "completed", false, "pending", "skipped"),
              p -> p.with("exception", JsonBoolean.FALSE))),
  DEAD_KERNELS_ARE_DEAD(
      "a cell that lost its kernel is `kernel_lost`, those behind it `pending`",
      notebook -> stopped(notebook, "kernel_lost")),
  THE_LANGUAGE_IS_SAID(
      "`language_info` is the kernel's however the run ends",
      notebook -> metadata(notebook, m -> m.with("language_info", python()))),
  TIMEOUTS_ARE_TIMEOUTS(
      "a cell that took too long is `timed_out`, those behind it `pending`",
      notebook -> stopped(notebook, "timed_out")),
  HIDING_KEEPS_THE_REST(
      "`--report-mode` keeps what else `metadata.jupyter` says",
      each(
          cell ->
              hasTag(cell, "keeps")
                  ? metadata(
                      cell,
                      m ->
                          m.with(
                              "jupyter",
                              m.object("jupyter").with("outputs_hidden", JsonBoolean.TRUE)))
                  : cell));

  private final String words;
  private final UnaryOperator<JsonObject> change;

  PapermillDifference(String words, UnaryOperator<JsonObject> change) {
    this.words = words;
    this.change = change;
  }

  /** What the documentation calls it. */
  String words() {
    return words;
  }

  JsonObject apply(JsonObject notebook) {
    return change.apply(notebook);
  }

  private static UnaryOperator<JsonObject> each(UnaryOperator<JsonObject> change) {
    return notebook -> {
      List<JsonValue> cells = new ArrayList<>();
      notebook.array("cells").forEach(cell -> cells.add(change.apply((JsonObject) cell)));
      return notebook.with("cells", new JsonArray(cells));
    };
  }

  private static JsonObject metadata(JsonObject of, UnaryOperator<JsonObject> change) {
    return of.with("metadata", change.apply(of.object("metadata")));
  }

  private static JsonObject papermill(JsonObject of, UnaryOperator<JsonObject> change) {
    return metadata(of, m -> m.with("papermill", change.apply(m.object("papermill"))));
  }

  private static String status(JsonObject cell) {
    return cell.object("metadata").object("papermill").text("status");
  }

  private static JsonObject withStatus(JsonObject cell, String status, JsonValue exception) {
    return papermill(
        cell, p -> p.with("status", new JsonString(status)).with("exception", exception));
  }

  private static boolean hasTag(JsonObject cell, String tag) {
    return cell.object("metadata").array("tags").contains(new JsonString(tag));
  }

  private static JsonObject merged(JsonObject cell) {
    if (!cell.has("outputs")) {
      return cell;
    }
    List<JsonValue> outputs = new ArrayList<>();
    for (JsonValue each : cell.array("outputs")) {
      JsonObject output = (JsonObject) each;
      JsonObject last =
          outputs.isEmpty() ? JsonObject.EMPTY : (JsonObject) outputs.get(outputs.size() - 1);
      boolean continues =
          output.text("output_type").equals("stream")
              && last.text("output_type").equals("stream")
              && last.text("name").equals(output.text("name"));
      if (continues) {
        String text = joined(last) + joined(output);
        outputs.set(outputs.size() - 1, last.with("text", new JsonString(text)));
      } else {
        outputs.add(output);
      }
    }
    return cell.with("outputs", new JsonArray(outputs));
  }

  private static String joined(JsonObject stream) {
    return stream.text("text");
  }

  private static JsonObject blank(JsonObject cell) {
    return cell.text("cell_type").equals("code") && cell.text("source").isBlank()
        ? withStatus(cell, "skipped", JsonBoolean.FALSE)
        : cell;
  }

  /** As the case's notebook has it. */
  private static JsonObject kept(JsonObject cell) {
    JsonObject old =
        JsonObject.build(
            o -> o.put("name", "stdout").put("output_type", "stream").put("text", "old\n"));
    return withStatus(cell, "skipped", JsonBoolean.FALSE)
        .with("outputs", new JsonArray(List.of(old)))
        .with("execution_count", JsonNumber.of(9));
  }

  private static JsonObject withoutMarkers(JsonObject notebook) {
    return notebook.with(
        "cells",
        new JsonArray(
            notebook.array("cells").stream()
                .filter(cell -> !hasTag((JsonObject) cell, "papermill-error-cell-tag"))
                .toList()));
  }

  private static JsonObject restatus(
      JsonObject notebook, String from, String to, boolean exception, String rest, String restTo) {
    return each(cell ->
            status(cell).equals(from)
                ? withStatus(cell, to, JsonBoolean.of(exception))
                : status(cell).equals(rest) ? withStatus(cell, restTo, JsonBoolean.FALSE) : cell)
        .apply(notebook);
  }

  /** The cell tagged {@code stops} is where it stopped. */
  private static JsonObject stopped(JsonObject notebook, String status) {
    List<JsonValue> cells = new ArrayList<>();
    boolean behind = false;
    for (JsonValue each : notebook.array("cells")) {
      JsonObject cell = (JsonObject) each;
      if (behind) {
        cell = withStatus(cell, "pending", JsonNull.NULL);
      } else if (hasTag(cell, "stops")) {
        cell = withStatus(cell, status, JsonBoolean.TRUE);
        behind = true;
      }
      cells.add(cell);
    }
    return papermill(
        notebook.with("cells", new JsonArray(cells)), p -> p.with("exception", JsonBoolean.TRUE));
  }

  private static JsonObject python() {
    return JsonObject.build(
        o ->
            o.put(
                    "codemirror_mode",
                    JsonObject.build(m -> m.put("name", "ipython").put("version", 3)))
                .put("file_extension", ".py")
                .put("mimetype", "text/x-python")
                .put("name", "python")
                .put("nbconvert_exporter", "python")
                .put("pygments_lexer", "ipython3")
                .put("version", JsonNull.NULL));
  }
}
