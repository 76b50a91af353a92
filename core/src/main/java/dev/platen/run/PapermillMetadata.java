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
final class PapermillMetadata {
  private PapermillMetadata() {}

  static Notebook apply(Notebook notebook, RunRequest request, RunFolder folder, Instant start) {
    JsonObject metadata =
        JsonObject.build(
            o ->
                o.put("default_parameters", JsonObject.EMPTY)
                    .put("duration", JsonNull.NULL)
                    .put("end_time", JsonNull.NULL)
                    .put("environment_variables", JsonObject.EMPTY)
                    .put("exception", JsonNull.NULL)
                    .put("input_path", request.template().path().toString())
                    .put("output_path", folder.notebook().toString())
                    .put("parameters", request.parameters().toJson())
                    .put("start_time", PapermillTime.text(start))
                    .put("version", "platen " + PlatenVersion.current()));
    return notebook.withMetadata(notebook.metadata().with("papermill", metadata));
  }

  static Notebook end(Notebook notebook, RunStatus status, Instant start, Instant end) {
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
