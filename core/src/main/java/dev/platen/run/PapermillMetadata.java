package dev.platen.run;

import dev.platen.execute.PapermillTime;
import dev.platen.execute.RunStatus;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.notebook.Notebook;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code metadata.papermill} of an executed notebook, with papermill's keys, so that what reads
 * papermill's notebooks reads ours. Unlike papermill's, {@code exception} becomes {@code false}
 * when all went well.
 */
public final class PapermillMetadata {
  private PapermillMetadata() {}

  /** Of a notebook that is to be run, or was only prepared: where it comes from, and its values. */
  public static Notebook prepared(
      Notebook notebook, String inputPath, String outputPath, JsonObject parameters) {
    JsonObject metadata =
        JsonObject.build(
            o ->
                o.put("default_parameters", JsonObject.EMPTY)
                    .put("environment_variables", JsonObject.EMPTY)
                    .put("input_path", inputPath)
                    .put("output_path", outputPath)
                    .put("parameters", HugeNumbers.asText(parameters))
                    .put("version", "platen " + PlatenVersion.current()));
    return notebook.withMetadata(notebook.metadata().with("papermill", metadata));
  }

  /** The same, of one that runs from now on. */
  public static Notebook started(Notebook prepared, Instant start) {
    JsonObject papermill =
        JsonObject.build(
            o ->
                o.putAll(prepared.metadata().object("papermill"))
                    .put("start_time", PapermillTime.text(start))
                    .put("end_time", JsonNull.NULL)
                    .put("duration", JsonNull.NULL)
                    .put("exception", JsonNull.NULL));
    return prepared.withMetadata(prepared.metadata().with("papermill", papermill));
  }

  static Notebook apply(Notebook notebook, RunRequest request, RunFolder folder, Instant start) {
    return started(
        prepared(
            notebook,
            request.template().path().toString(),
            folder.notebook().toString(),
            request.parameters().toJson()),
        start);
  }

  /** The same, of one that has run. */
  public static Notebook end(Notebook notebook, RunStatus status, Instant start, Instant end) {
    JsonObject papermill =
        JsonObject.build(
            o ->
                o.putAll(notebook.metadata().object("papermill"))
                    .put("duration", PapermillTime.seconds(Duration.between(start, end)))
                    .put("end_time", new JsonString(PapermillTime.text(end)))
                    .put("exception", status != RunStatus.SUCCEEDED));
    return notebook.withMetadata(notebook.metadata().with("papermill", papermill));
  }
}
