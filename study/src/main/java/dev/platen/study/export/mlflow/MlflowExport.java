package dev.platen.study.export.mlflow;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.run.Seal;
import dev.platen.study.label.RunMarks;
import dev.platen.study.ledger.PastRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends sealed runs to an experiment. A run that is there already, known by its seal, isn't sent
 * again; one that was being sent when somebody stopped it is completed.
 */
public final class MlflowExport {
  /**
   * What was done.
   *
   * @param sent runs that are new there, or were completed
   * @param present runs that were there
   */
  public record Sent(int sent, int present) {}

  private record Known(String id, boolean isComplete) {}

  /** As the server allows in one request. */
  private static final int MOST_PARAMETERS = 100;

  private static final int MOST_METRICS = 1000;
  private static final int PAGE = 500;

  private final MlflowServer server;
  private final String experiment;
  private final Map<String, Known> known = new HashMap<>();

  private MlflowExport(MlflowServer server, String experiment) {
    this.server = server;
    this.experiment = experiment;
  }

  /**
   * Sends them.
   *
   * @param runs sealed, the oldest first
   * @param experiment by its name; it is made if it isn't there
   * @throws dev.platen.fault.Fault a storage fault that names the server
   */
  public static Sent send(
      List<PastRun> runs, RunMarks marks, String experiment, MlflowServer server) {
    MlflowExport export = new MlflowExport(server, experiment(experiment, server));
    export.list();
    int sent = 0;
    for (PastRun run : runs) {
      MlflowRun each = new MlflowRun(run, marks.of(run.id()), Seal.hash(run.folder()));
      sent += export.send(each) ? 1 : 0;
    }
    return new Sent(sent, runs.size() - sent);
  }

  private static String experiment(String name, MlflowServer server) {
    Optional<JsonObject> found = server.find("experiments/get-by-name", "experiment_name", name);
    return found.isPresent()
        ? found.get().object("experiment").text("experiment_id")
        : server
            .post("experiments/create", JsonObject.build(o -> o.put("name", name)))
            .text("experiment_id");
  }

  private void list() {
    String token = "";
    do {
      String page = token;
      JsonObject answer =
          server.post(
              "runs/search",
              JsonObject.build(
                  o -> {
                    o.put("experiment_ids", JsonArray.ofStrings(List.of(experiment)));
                    o.put("max_results", PAGE);
                    if (!page.isEmpty()) {
                      o.put("page_token", page);
                    }
                  }));
      answer.array("runs").forEach(this::remember);
      token = answer.text("next_page_token");
    } while (!token.isEmpty());
  }

  private void remember(JsonValue value) {
    if (value instanceof JsonObject run) {
      for (JsonValue tag : run.object("data").array("tags")) {
        if (tag instanceof JsonObject pair && pair.text("key").equals(MlflowRun.SEAL)) {
          JsonObject info = run.object("info");
          boolean isComplete = !info.text("status").equals("RUNNING");
          known.put(pair.text("value"), new Known(info.text("run_id"), isComplete));
        }
      }
    }
  }

  private boolean send(MlflowRun run) {
    Known there = known.get(run.seal());
    if (there != null && there.isComplete()) {
      return false;
    }
    String id =
        there != null
            ? there.id()
            : server
                .post("runs/create", run.creation(experiment))
                .object("run")
                .object("info")
                .text("run_id");
    log(id, "params", run.parameters(), MOST_PARAMETERS);
    log(id, "metrics", run.metrics(), MOST_METRICS);
    // Last of all: until then whoever comes again completes it.
    server.post("runs/update", run.end(id));
    known.put(run.seal(), new Known(id, true));
    return true;
  }

  private void log(String id, String key, List<JsonValue> all, int most) {
    for (int from = 0; from < all.size(); from += most) {
      JsonArray part = new JsonArray(all.subList(from, Math.min(all.size(), from + most)));
      server.post("runs/log-batch", JsonObject.build(o -> o.put("run_id", id).put(key, part)));
    }
  }
}
