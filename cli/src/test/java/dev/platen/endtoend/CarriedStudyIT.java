package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonWriter;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study is taken elsewhere, and read there by those whose formats they are. */
class CarriedStudyIT {
  private static final String TEMPLATE =
      """
      {"cells": [
       {"cell_type": "code", "id": "p", "metadata": {"tags": ["parameters"]}, "outputs": [],
        "execution_count": null,
        "source": "width = 8\\nrate = 0.1\\nname = 'a'\\nfast = True\\nsizes = [1]\\nnone = None"},
       {"cell_type": "code", "id": "q", "metadata": {}, "outputs": [], "execution_count": null,
        "source": "print(width)\\nassert width != 32, 'too wide'"}],
       "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
       "nbformat": 4, "nbformat_minor": 5}
      """;
  private static final String STUDY =
      """
      template: report.ipynb
      together:
        - {width: 8, rate: 0.1, name: "=1+1", fast: true}
        - {width: 16, rate: 1.0e-300, name: "näme, \\"x\\"", fast: false}
        - {width: 32, rate: .inf, name: "", fast: true}
      record:
        loss: "0.1 + 0.2 if width == 8 else float('nan')"
        score: "float('inf')"
        good: "{8: True, 16: False}[width]"
        kind: "{8: 'k8', 16: 'k16'}[width]"
      goal: {loss: min}
      """;

  /** MLflow's own server, without the processes around it that start in half a minute. */
  private static final String SERVER =
      """
      import sys, mlflow.server, mlflow.server.handlers
      mlflow.server.handlers.initialize_backend_stores(sys.argv[1], None, sys.argv[2])
      mlflow.server.app.run(host='127.0.0.1', port=int(sys.argv[3]), threaded=True)
      """;

  @TempDir private static Path dir;

  @BeforeAll
  static void run() throws IOException {
    Files.writeString(dir.resolve("report.ipynb"), TEMPLATE);
    Files.writeString(dir.resolve("study.yaml"), STUDY);
    Platen.in(dir).run("sweep", "study.yaml").exits(6);
    Platen.in(dir).run("label", "runs", "width=16", "--add", "best", "--star").exits(0);
  }

  /** What a program of the tests' environment prints. */
  private static String python(String script, Object... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(TestEnvironment.python().toString());
    command.add("-c");
    command.add(script);
    Stream.of(args).forEach(arg -> command.add(arg.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String runs() {
    return dir.resolve("runs").toString();
  }

  @Test
  void aBundleIsTheSameEachTimeAndItsSealsHoldWhereItIsUnpacked() throws IOException {
    Path first = dir.resolve("a.zip");
    Path second = dir.resolve("b.zip");
    Platen.in(dir).run("bundle", runs(), "-o", first).exits(0);
    Platen.in(dir).with("TZ", "Asia/Tokyo").run("bundle", runs(), "-o", second).exits(0);
    assertThat(second).hasSameBinaryContentAs(first);
    Path unpacked = dir.resolve("elsewhere");
    try (ZipFile zip = new ZipFile(first.toFile())) {
      for (var entry : zip.stream().toList()) {
        Path file = unpacked.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file);
      }
    }
    Path copy = unpacked.resolve("runs");
    Ended verified = Platen.in(dir).run("verify", copy);
    verified.exits(0);
    assertThat(verified.err()).contains("3 of 3 runs are as they were sealed");
    assertThat(copy.resolve("labels.json")).hasSameBinaryContentAs(dir.resolve("runs/labels.json"));
    String page = Files.readString(copy.resolve("index.html"));
    assertThat(page).isEqualTo(Files.readString(dir.resolve("runs/index.html")));
    for (RunFiles run : RunFiles.allIn(copy)) {
      assertThat(page).contains(String.valueOf(run.dir().getFileName()));
      assertThat(run.dir().resolve("report.html")).exists();
    }
  }

  @Test
  void whatWasNotedOfARunIsSaidWhereItIsAskedFor() {
    Platen platen = Platen.in(dir);
    assertThat(platen.run("why", runs(), "width=16").exits(0).out())
        .contains("noted: starred; best\n");
    JsonObject json = RunFiles.json(platen.run("why", runs(), "width=16", "--json").exits(0).out());
    assertThat(json.object("noted").isTrue("star")).isTrue();
    assertThat(platen.run("why", runs(), "width=8").exits(0).out()).doesNotContain("noted");
  }

  @Test
  void aRunThatIsNotSealedIsLeftOutAndSaidToBe() throws IOException {
    Path other = Files.createDirectories(dir.resolve("other"));
    Path run = Files.createDirectories(other.resolve("x~abcdef"));
    Files.copy(
        RunFiles.allIn(dir.resolve("runs")).get(0).dir().resolve("run.json"),
        run.resolve("run.json"));
    Ended ended = Platen.in(dir).run("bundle", other, "-o", dir.resolve("c.zip"));
    ended.exits(0);
    assertThat(ended.err()).contains("left out: x~abcdef: it isn't sealed").contains("0 runs");
  }

  @Test
  void ofSeveralWhoLabelAtOnceEachIsHeard() throws IOException {
    Path busy = Files.createDirectories(dir.resolve("busy"));
    Files.createDirectory(busy.resolve("x~abcdef"));
    Files.copy(
        RunFiles.allIn(dir.resolve("runs")).get(0).dir().resolve("run.json"),
        busy.resolve("x~abcdef/run.json"));
    List.of("a1", "b2", "c3", "d4").parallelStream()
        .forEach(label -> Platen.in(dir).run("label", busy, "x", "--add", label).exits(0));
    assertThat(Files.readString(busy.resolve("labels.json"))).contains("a1", "b2", "c3", "d4");
  }

  @Test
  void pandasReadsParquetWithItsTypesAndCsvWithTheSameValues() throws IOException {
    Path parquet = dir.resolve("runs.parquet");
    Path csv = dir.resolve("copy.csv");
    Platen.in(dir).run("export", runs(), "--to", "parquet", "-o", parquet).exits(0);
    Platen.in(dir).run("export", runs(), "--to", "csv", "-o", csv).exits(0);
    String script =
        """
        import sys, pandas as pd, pyarrow.parquet as pq, duckdb
        schema = pq.read_schema(sys.argv[1])
        print(*[f'{f.name}:{f.type}' for f in schema])
        p = pd.read_parquet(sys.argv[1]).sort_values('width').reset_index(drop=True)
        print(p[['width', 'rate', 'name', 'fast', 'sizes', 'loss', 'good', 'kind', 'star', 'labels']].values.tolist())
        print(p['none'].isna().all(), p['error'].isna().tolist(), p['started'].dt.year.tolist()[0] > 2000)
        c = pd.read_csv(sys.argv[2], keep_default_na=False, na_values=['', 'NaN']).sort_values('width').reset_index(drop=True)
        for name in ['id', 'width', 'rate', 'fast', 'loss', 'score', 'seconds', 'peak_memory_bytes', 'folder', 'star']:
            a, b = p[name], c[name]
            print(name, ((a == b) | (a.isna() & b.isna())).all())
        print(duckdb.sql(f"select sum(width), count(loss), count(good) from '{sys.argv[1]}'").fetchall())
        """;
    String said = python(script, parquet, csv);
    assertThat(said.lines().toList())
        .satisfiesExactly(
            types ->
                assertThat(types)
                    .contains("width:int64", "rate:double", "name:string", "fast:bool")
                    .contains("sizes:string", "none:string", "loss:double", "good:bool")
                    .contains("superseded:bool", "repeat:int64", "started:timestamp[ms, tz=UTC]"),
            rows ->
                assertThat(rows)
                    .isEqualTo(
                        "[[8, 0.1, '=1+1', True, '[1]', 0.30000000000000004, True, 'k8', False, ''],"
                            + " [16, 1e-300, 'näme, \"x\"', False, '[1]', nan, False, 'k16', True,"
                            + " 'best'], [32, inf, '', True, '[1]', nan, None, nan, False, '']]"),
            missing -> assertThat(missing).isEqualTo("True [True, True, False] True"),
            id -> assertThat(id).isEqualTo("id True"),
            a -> assertThat(a).isEqualTo("width True"),
            a -> assertThat(a).isEqualTo("rate True"),
            a -> assertThat(a).isEqualTo("fast True"),
            a -> assertThat(a).isEqualTo("loss True"),
            a -> assertThat(a).isEqualTo("score True"),
            a -> assertThat(a).isEqualTo("seconds True"),
            a -> assertThat(a).isEqualTo("peak_memory_bytes True"),
            a -> assertThat(a).isEqualTo("folder True"),
            a -> assertThat(a).isEqualTo("star True"),
            sums -> assertThat(sums).isEqualTo("[(56, 3, 2)]"));
  }

  @Test
  void tensorboardsOwnPluginListsTheRunsWithTheirParametersAndMetrics() throws IOException {
    Path board = dir.resolve("board");
    Platen.in(dir).run("export", runs(), "--to", "tensorboard", "-o", board).exits(0);
    Platen.in(dir).run("export", runs(), "--to", "tensorboard", "-o", board).exits(0);
    String script =
        """
        import sys
        from tensorboard.backend.event_processing import plugin_event_multiplexer, data_provider
        from tensorboard.plugins import base_plugin
        from tensorboard.plugins.hparams import backend_context, list_session_groups, get_experiment, api_pb2
        from tensorboard.context import RequestContext
        runs = plugin_event_multiplexer.EventMultiplexer()
        runs.AddRunsFromDirectory(sys.argv[1]); runs.Reload()
        provider = data_provider.MultiplexerDataProvider(runs, sys.argv[1])
        context = backend_context.Context(base_plugin.TBContext(data_provider=provider))
        ctx = RequestContext()
        data = context.hparams_metadata(ctx, '')
        found = context.hparams_from_data_provider(ctx, '', limit=None)
        experiment = context.experiment_from_metadata(ctx, '', True, data, found)
        kinds = {1: 'string', 2: 'bool', 3: 'number'}
        print(experiment.name, *[f'{i.name}:{kinds[i.type]}' for i in experiment.hparam_infos])
        print(*[i.name.tag for i in experiment.metric_infos])
        request = api_pb2.ListSessionGroupsRequest(start_index=0, slice_size=10, allowed_statuses=[1, 2, 3, 0])
        for m in experiment.metric_infos:
            request.col_params.add(metric=m.name)
        answer = list_session_groups.Handler(ctx, context, '', request).run()
        for g in sorted(answer.session_groups, key=lambda g: g.hparams['width'].number_value):
            values = {v.name.tag: v.value for v in g.metric_values}
            print(g.hparams['width'].number_value, g.hparams['rate'].number_value or '', g.hparams['name'].string_value,
                  g.hparams['fast'].bool_value, values.get('loss'), values.get('score'), values.get('good'), g.sessions[0].status)
        """;
    assertThat(python(script, board).lines().toList())
        .containsExactly(
            "study fast:bool name:string rate:number sizes:string width:number",
            "loss score good",
            "8.0 0.1 =1+1 True 0.30000000000000004 inf 1.0 1",
            "16.0 1e-300 näme, \"x\" False nan inf 0.0 1",
            "32.0   True nan inf None 2");
  }

  @Test
  void mlflowHasEveryRunOnceHoweverOftenItIsSent() throws IOException, InterruptedException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    String address = "http://127.0.0.1:" + port;
    Ended nobody =
        Platen.in(dir).run("export", runs(), "--to", "mlflow", "--tracking-uri", address);
    nobody.exits(5);
    assertThat(nobody.err()).contains("the tracking server doesn't answer");
    Process server =
        new ProcessBuilder(
                TestEnvironment.python().toString(),
                "-c",
                SERVER,
                "sqlite:///" + dir.resolve("mlflow.db"),
                dir.resolve("artifacts").toString(),
                Integer.toString(port))
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("mlflow.log").toFile())
            .start();
    try {
      await().atMost(Duration.ofMinutes(2)).until(() -> isUp(address));
      String[] command = {"export", runs(), "--to", "mlflow"};
      Ended first = Platen.in(dir).with("MLFLOW_TRACKING_URI", address).run((Object[]) command);
      first.exits(0);
      assertThat(first.err()).contains("3 runs sent to 'study'");
      // As if it had been stopped before the end.
      JsonObject one = (JsonObject) search(address).get(0);
      ask(
          address,
          "runs/update",
          "{\"run_id\": \"%s\", \"status\": \"RUNNING\"}"
              .formatted(one.object("info").text("run_id")));
      Ended again = Platen.in(dir).with("MLFLOW_TRACKING_URI", address).run((Object[]) command);
      again.exits(0);
      assertThat(again.err()).contains("1 run sent to 'study', 2 were there already");
      assertThat(search(address)).hasSize(3);
      String script =
          """
          import sys, mlflow
          client = mlflow.MlflowClient(sys.argv[1])
          experiment = client.get_experiment_by_name('study')
          for run in sorted(client.search_runs([experiment.experiment_id]), key=lambda r: int(r.data.params['width'])):
              d = run.data
              print(d.params['width'], d.params['rate'], d.params['name'], d.params['sizes'], d.metrics.get('loss'),
                    d.metrics.get('score', 0) > 1e300, d.metrics.get('good'), d.tags.get('metric.kind'), d.tags.get('platen.labels'),
                    run.info.status, run.info.end_time > run.info.start_time,
                    len(client.get_metric_history(run.info.run_id, 'good')))
          """;
      assertThat(python(script, address).lines().toList())
          .containsExactly(
              "8 0.1 =1+1 [1] 0.30000000000000004 True 1.0 k8 None FINISHED True 1",
              "16 1e-300 näme, \"x\" [1] nan True 0.0 k16 best FINISHED True 1",
              "32 inf  [1] nan True None None None FAILED True 0");
    } finally {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
    }
  }

  private static List<dev.platen.json.JsonValue> search(String address)
      throws IOException, InterruptedException {
    String id =
        ask(address, "experiments/search", "{\"max_results\": 10}").array("experiments").stream()
            .map(JsonObject.class::cast)
            .filter(e -> e.text("name").equals("study"))
            .map(e -> e.text("experiment_id"))
            .findFirst()
            .orElseThrow();
    JsonArray ids = JsonArray.ofStrings(List.of(id));
    return ask(address, "runs/search", "{\"experiment_ids\": " + JsonWriter.compactText(ids) + "}")
        .array("runs");
  }

  private static JsonObject ask(String address, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/api/2.0/mlflow/" + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    try {
      return (JsonObject) JsonReader.read(answer);
    } catch (dev.platen.json.JsonSyntaxException e) {
      throw new IOException(answer, e);
    }
  }

  private static boolean isUp(String address) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/health")).build();
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
