package dev.platen.endtoend;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A folder of runs to look through: two architectures, three widths, three learning rates in even
 * ratios, three seeds; and beside them what real folders hold: a run that failed, one that goes on,
 * a parameter of a megabyte, a metric that is a text now and then, names that are markup.
 */
record ExploredFolder(Path dir) {
  static final String HOSTILE = "<img src=x onerror=\"document.title='run'\">";
  static final String LONG = "x".repeat(1 << 20);

  static ExploredFolder make(Path dir) throws IOException {
    Files.createDirectories(dir);
    ExploredFolder folder = new ExploredFolder(dir);
    int number = 0;
    for (String arch : List.of("mlp", "resnet")) {
      for (int hidden : new int[] {8, 16, 32}) {
        for (double lr : new double[] {0.0001, 0.001, 0.01}) {
          for (int seed = 0; seed < 3; seed++) {
            folder.run(number++, arch, hidden, lr, seed);
          }
        }
      }
    }
    folder.write(number++, "failed", base("mlp", 64, 0.1, 0), metrics("loss", "nothing"));
    folder.write(number++, "running", base("mlp", 64, 0.1, 1), JsonObject.EMPTY);
    folder.write(number, "succeeded", base(LONG, 64, 0.1, 0), metrics("loss", 1.5));
    return folder;
  }

  private void run(int number, String arch, int hidden, double lr, int seed) throws IOException {
    double loss =
        (arch.equals("mlp") ? 0.3 : 0.5)
            + Math.abs(Math.log10(lr) + 3) / 10
            - hidden / 1000.0
            + seed / 50.0
            + (number * 7 % 5) / 1000.0;
    write(
        number,
        "succeeded",
        base(arch, hidden, lr, seed),
        metrics("loss", loss)
            .with("cost", metric(hidden * (arch.equals("mlp") ? 2.0 : 1.0) + seed))
            .with(HOSTILE, number == 0 ? metric(HOSTILE) : metric(number)));
  }

  private static JsonObject base(String arch, int hidden, double lr, int seed) {
    return JsonObject.build(
        o ->
            o.put("arch", parameter("str", p -> p.put("value", arch)))
                .put("hidden", parameter("int", p -> p.put("value", hidden)))
                .put("lr", parameter("float", p -> p.put("value", lr)))
                // With one digit and with two: in the order of numbers that isn't the order of
                // texts.
                .put("seed", parameter("int", p -> p.put("value", 8 + seed))));
  }

  private static JsonObject parameter(
      String type, java.util.function.Consumer<JsonObject.Builder> value) {
    return JsonObject.build(
        o -> {
          o.put("given", true).put("type", type);
          value.accept(o);
        });
  }

  private static JsonObject metrics(String name, Object value) {
    return JsonObject.EMPTY.with(name, metric(value));
  }

  private static JsonObject metric(Object value) {
    return JsonObject.build(
        o -> {
          if (value instanceof Number number) {
            o.put("type", "number").put("value", number.doubleValue());
          } else {
            o.put("type", "text").put("value", value.toString());
          }
          o.put("source", "record");
        });
  }

  private void write(int number, String status, JsonObject parameters, JsonObject metrics)
      throws IOException {
    Path run = Files.createDirectory(dir.resolve("run=%d~%06d".formatted(number, number)));
    JsonObject record =
        JsonObject.build(
            o -> {
              o.put("status", status).put("title", HOSTILE);
              o.put("template", JsonObject.build(t -> t.put("path", "report.ipynb")));
              o.put("parameters", parameters).put("metrics", metrics);
              o.put("trial", trial(number));
              o.put("started", String.format(Locale.ROOT, "2026-11-26T09:%02d:00Z", number));
              if (status.equals("running")) {
                return;
              }
              o.put("seconds", 10.5 + number);
              if (status.equals("failed")) {
                o.put("error", JsonObject.build(e -> e.put("ename", HOSTILE).put("evalue", "no")));
              }
            });
    Files.write(run.resolve("run.json"), JsonWriter.compactBytes(record));
    Files.writeString(
        run.resolve("report.html"), "<!doctype html><title>Report %d</title>".formatted(number));
  }

  private static JsonObject trial(int number) {
    return JsonObject.build(
        o ->
            o.put("study", "explored " + HOSTILE)
                .put("varied", JsonArray.ofStrings(List.of("arch", "hidden", "lr")))
                .put("seed", JsonArray.ofStrings(List.of("seed")))
                .put("repeat", number % 3)
                .put("attempt", 1)
                .put("log", JsonArray.ofStrings(List.of("lr")))
                .put("goal", JsonObject.build(g -> g.put("loss", "min"))));
  }
}
