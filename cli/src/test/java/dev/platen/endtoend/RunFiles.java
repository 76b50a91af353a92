package dev.platen.endtoend;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a run left. */
record RunFiles(Path dir) {

  /** The only run in a folder of runs. */
  static RunFiles onlyOneIn(Path runs) {
    List<RunFiles> all = allIn(runs);
    if (all.size() != 1) {
      throw new AssertionError("one run expected: " + all);
    }
    return all.get(0);
  }

  /** The runs in a folder; beside them may lie what a study needs, and its page. */
  static List<RunFiles> allIn(Path runs) {
    try (Stream<Path> children = Files.list(runs)) {
      return children
          .filter(path -> path.getFileName().toString().contains("~"))
          .sorted()
          .map(RunFiles::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    return dir.resolve(name);
  }

  /** Every file's path in the folder, sorted. */
  List<String> names() {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.filter(Files::isRegularFile)
          .map(f -> dir.relativize(f).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonObject record() {
    return json(file("run.json"));
  }

  String status() {
    return record().text("status");
  }

  JsonObject error() {
    return record().object("error");
  }

  /** The status word of every cell in run.json. */
  List<String> cellStatuses() {
    return record().array("cells").stream().map(c -> ((JsonObject) c).text("status")).toList();
  }

  String report() {
    return text("report.html");
  }

  String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonObject notebook() {
    return json(file("notebook.ipynb"));
  }

  List<JsonObject> cells() {
    return notebook().array("cells").stream().map(JsonObject.class::cast).toList();
  }

  String source(int cell) {
    return joined(cells().get(cell).value("source"));
  }

  List<JsonObject> outputs(int cell) {
    return cells().get(cell).array("outputs").stream().map(JsonObject.class::cast).toList();
  }

  /** All that a cell printed, both streams in order. */
  String printed(int cell) {
    StringBuilder all = new StringBuilder();
    for (JsonObject output : outputs(cell)) {
      if (output.text("output_type").equals("stream")) {
        all.append(joined(output.value("text")));
      }
    }
    return all.toString();
  }

  private static String joined(JsonValue text) {
    return text instanceof JsonArray lines
        ? lines.joined().orElseThrow()
        : ((JsonString) text).value();
  }

  private static JsonObject json(Path file) {
    try {
      return json(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject json(String text) {
    try {
      return (JsonObject) JsonReader.read(text);
    } catch (JsonSyntaxException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
