package dev.platen.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A folder of runs as a study of two widths and three seeds leaves it. */
record StudyFolder(Path dir) {
  private static final String RECORD =
      """
      {
        "status": "%s", "title": "A model", "template": {"path": "report.ipynb"},
        "parameters": {
          "arch": {"given": true, "type": "str", "value": "%s", "display": "'%s'"},
          "hidden": {"given": true, "type": "int", "value": %d, "display": "%d"},
          "seed": {"given": true, "type": "int", "value": %d, "display": "%d"}
        },
        "trial": {"study": "widths", "varied": ["arch", "hidden"], "seed": ["seed"], "repeat": %d,
          "attempt": 1, "goal": {"mse": "min"}},
        "metrics": {%s},
        "error": %s,
        "started": "2026-11-26T09:%02d:00Z", "seconds": %d.5
      }
      """;

  static StudyFolder make(Path dir) throws IOException {
    Files.createDirectories(dir);
    StudyFolder folder = new StudyFolder(dir);
    for (int hidden : new int[] {8, 16}) {
      for (int seed = 0; seed < 3; seed++) {
        folder.run("mlp", hidden, seed, 1.0 / hidden + seed / 100.0 + hidden * seed / 5000.0);
      }
    }
    folder.run("a <b> & \"c\"", 8, 0, Double.NaN);
    return folder;
  }

  /** NaN for a run that failed. */
  private void run(String arch, int hidden, int seed, double mse) throws IOException {
    boolean failed = Double.isNaN(mse);
    String slug = "arch=%s,widths=[%d],a+b #1,seed=%d~abcde%d";
    Path run =
        Files.createDirectory(
            dir.resolve(slug.formatted(arch.replaceAll("[^a-z]", "_"), hidden, seed, hidden % 7)));
    String text = arch.replace("\"", "\\\"");
    String metrics =
        failed
            ? ""
            : "\"mse\": {\"type\": \"number\", \"value\": %s, \"source\": \"record\"}"
                .formatted(String.format(Locale.ROOT, "%.6f", mse));
    String error =
        failed ? "{\"ename\": \"ValueError\", \"evalue\": \"<script>no</script>\"}" : "null";
    Files.writeString(
        run.resolve("run.json"),
        String.format(
            Locale.ROOT,
            RECORD,
            failed ? "failed" : "succeeded",
            text,
            text,
            hidden,
            hidden,
            seed,
            seed,
            seed,
            metrics,
            error,
            hidden + seed,
            // The shorter time is the later in the alphabet.
            hidden == 8 ? 100 + seed : 9));
    Files.writeString(
        run.resolve("report.html"), "<!doctype html><title>Report of %d</title>".formatted(hidden));
  }
}
