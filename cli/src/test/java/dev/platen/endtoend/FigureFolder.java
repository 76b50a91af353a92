package dev.platen.endtoend;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Thirty runs with figures: two architectures, five widths, three seeds. The runs of one width had
 * another package, another file of code and another cell; the last run left no figure. Every run
 * printed its loss over a progress bar and showed a table. All names that people choose are markup.
 */
record FigureFolder(Path dir) {
  static final String HOSTILE = "<img src=x onerror=\"document.title='run'\">";
  private static final int WIDTH = 160;
  private static final int HEIGHT = 100;

  static FigureFolder make(Path dir) throws IOException {
    Files.createDirectories(dir);
    FigureFolder folder = new FigureFolder(dir);
    int number = 0;
    for (String arch : List.of("mlp", HOSTILE)) {
      for (int hidden : new int[] {4, 8, 16, 32, 64}) {
        for (int seed = 0; seed < 3; seed++) {
          folder.run(number++, arch, hidden, seed);
        }
      }
    }
    return folder;
  }

  /** The colour of a run's picture. */
  static Color colour(int number) {
    return new Color(40 + 6 * number, 200 - 5 * number, 90);
  }

  private void run(int number, String arch, int hidden, int seed) throws IOException {
    // A folder of the name is only found if every part of it is escaped.
    Path run = Files.createDirectory(dir.resolve("100%%#%d?~%06d".formatted(number, number)));
    boolean isOther = hidden == 64;
    JsonObject record =
        JsonObject.build(
            o -> {
              o.put("status", "succeeded").put("title", HOSTILE);
              o.put("template", JsonObject.build(t -> t.put("path", "report.ipynb")));
              o.put("parameters", parameters(arch, hidden, seed));
              o.put("metrics", metrics(hidden, seed));
              o.put("trial", trial(seed));
              o.put("started", String.format(Locale.ROOT, "2026-11-26T09:%02d:00Z", number));
              o.put("seconds", 10.0).put("provenance", provenance(isOther));
            });
    Files.write(run.resolve("run.json"), JsonWriter.compactBytes(record));
    Files.write(run.resolve("notebook.ipynb"), JsonWriter.compactBytes(notebook(number, isOther)));
    Files.writeString(
        run.resolve("report.html"),
        "<!doctype html><title>Report %d</title><p id=cell-2>cell".formatted(number));
    if (number < 29) {
      picture(run.resolve("figures/cell-02-1.png"), colour(number), number);
      picture(run.resolve("figures/cell-03-1.png"), Color.BLACK, 0);
    }
  }

  private static void picture(Path file, Color colour, int number) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.WHITE);
    pen.fillRect(10, 10, 10 + number, 20);
    pen.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private static JsonObject parameters(String arch, int hidden, int seed) {
    return JsonObject.build(
        o ->
            o.put("arch", parameter("str").with("value", new JsonString(arch)))
                .put("hidden", parameter("int").with("value", JsonNumber.of(hidden)))
                .put("seed", parameter("int").with("value", JsonNumber.of(seed))));
  }

  private static JsonObject parameter(String type) {
    return JsonObject.build(o -> o.put("given", true).put("type", type));
  }

  private static JsonObject metrics(int hidden, int seed) {
    return JsonObject.build(
        o -> {
          o.put("loss", metric("number").with("value", number(1.0 / hidden + seed / 100.0)));
          o.put(HOSTILE, metric("number").with("value", number(hidden)));
        });
  }

  private static JsonObject metric(String type) {
    return JsonObject.build(o -> o.put("type", type).put("source", "record"));
  }

  private static JsonValue number(double value) {
    return JsonNumber.of(value);
  }

  private static JsonObject trial(int seed) {
    return JsonObject.build(
        o ->
            o.put("study", "figures")
                .put("varied", JsonArray.ofStrings(List.of("arch", "hidden")))
                .put("seed", JsonArray.ofStrings(List.of("seed")))
                .put("repeat", seed)
                .put("attempt", 1)
                .put("goal", JsonObject.build(g -> g.put("loss", "min"))));
  }

  private static JsonObject provenance(boolean isOther) {
    String hash = isOther ? "b".repeat(64) : "a".repeat(64);
    return JsonObject.build(
        o -> {
          o.put("project_root", "/project");
          o.put(
              "template",
              JsonObject.build(t -> t.put("path", "report.ipynb").put("code_sha256", hash)));
          o.put(
              "python",
              JsonObject.build(
                  p -> {
                    p.put("version", "3.11.7").put("executable", "python").put("prefix", "/env");
                    p.put(
                        "used_packages",
                        JsonObject.build(
                            u -> u.put("numpy", "2.4.6").put(HOSTILE, isOther ? "2" : "1")));
                    p.put(
                        "imported",
                        new JsonArray(List.of(file("model.py", hash), file("same.py", "c"))));
                    p.put("read", new JsonArray(List.of()));
                  }));
        });
  }

  private static JsonObject file(String path, String hash) {
    return JsonObject.build(o -> o.put("path", path).put("bytes", 3).put("sha256", hash));
  }

  private static JsonObject notebook(int number, boolean isOther) {
    List<JsonValue> cells = new ArrayList<>();
    cells.add(cell("markdown", "title", "# The *data* " + HOSTILE));
    cells.add(
        cell(
            "code",
            "bills",
            "a = 1\n".repeat(9) + (isOther ? "plot(2)" : "plot(1)"),
            printed(number),
            table(number)));
    cells.add(cell("code", "0a1b2c3d", "#| label: " + HOSTILE + "\nplot()"));
    return JsonObject.build(
        o ->
            o.put("cells", new JsonArray(cells))
                .put("metadata", JsonObject.EMPTY)
                .put("nbformat", 4)
                .put("nbformat_minor", 5));
  }

  private static JsonObject printed(int number) {
    String text = "step 1\rstep 2\n%s\nloss \u001b[1m0.%d\u001b[0m\n".formatted(HOSTILE, number);
    return JsonObject.build(
        o -> o.put("output_type", "stream").put("name", "stdout").put("text", text));
  }

  private static JsonObject table(int number) {
    String html =
        "<table onclick=\"document.title='table'\"><thead><tr><th></th><th>bill</th><th>n</th></tr>"
            + "</thead><tbody><tr><th>0</th><td>&lt;b&gt;<script>document.title='table'</script></td>"
            + "<td>"
            + number
            + "</td></tr></tbody></table>";
    return JsonObject.build(
        o ->
            o.put("output_type", "display_data")
                .put("data", JsonObject.build(d -> d.put("text/html", html)))
                .put("metadata", JsonObject.EMPTY));
  }

  private static JsonObject cell(String type, String id, String source, JsonValue... outputs) {
    return JsonObject.build(
        o -> {
          o.put("cell_type", type).put("id", id).put("source", source);
          o.put("metadata", JsonObject.EMPTY);
          if (type.equals("code")) {
            o.put("outputs", new JsonArray(List.of(outputs)));
            o.put("execution_count", JsonNull.NULL);
          }
        });
  }
}
