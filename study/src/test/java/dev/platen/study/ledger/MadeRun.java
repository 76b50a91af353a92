package dev.platen.study.ledger;

import dev.platen.hash.Sha256;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.run.provenance.FileNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes run folders as the runner leaves them, but writable. */
public final class MadeRun {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  private final String name;
  private final Path project;
  private Parameters parameters = Parameters.EMPTY;
  private String status = "succeeded";
  private Instant started = MADE;
  private boolean sealed = true;
  private JsonObject more = JsonObject.EMPTY;
  private JsonObject template;
  private JsonObject kernel =
      JsonObject.build(
          o ->
              o.put("name", "python3")
                  .put("language", "python")
                  .put("implementation", "ipython 9.1")
                  .put("spec_sha256", "spec"));
  private final Map<String, JsonValue> python = new LinkedHashMap<>();
  private final List<JsonValue> imported = new ArrayList<>();
  private final List<JsonValue> read = new ArrayList<>();
  private JsonObject provenance = JsonObject.EMPTY;

  private MadeRun(Path project, String name) {
    this.project = project;
    this.name = name;
    template = JsonObject.build(o -> o.put("path", "report.ipynb").put("code_sha256", "code"));
    python.put("version", new JsonString("3.11.7"));
    python.put("executable", new JsonString(project.toString()));
    python.put("prefix", new JsonString(project.toString()));
    python.put("search_path", JsonArray.ofStrings(List.of(project + "/site")));
    python.put("used_packages", JsonObject.EMPTY);
  }

  public static MadeRun of(Path project, String name) {
    return new MadeRun(project, name);
  }

  public MadeRun with(String parameter, ParameterValue value) {
    parameters = parameters.with(parameter, value);
    return this;
  }

  public MadeRun status(String word) {
    status = word;
    return this;
  }

  public MadeRun started(int minute) {
    started = MADE.plusSeconds(60L * minute);
    return this;
  }

  public MadeRun unsealed() {
    sealed = false;
    return this;
  }

  public MadeRun trial(List<String> varied, List<String> seed, int repeat) {
    return more(
        TrialMark.KEY,
        new TrialMark(
                "study",
                varied,
                seed,
                repeat,
                1,
                Optional.empty(),
                Map.of(),
                false,
                List.of(),
                List.of())
            .toJson());
  }

  public MadeRun more(String key, JsonValue value) {
    more = more.with(key, value);
    return this;
  }

  public MadeRun template(String path, String codeSha256) {
    template = JsonObject.build(o -> o.put("path", path).put("code_sha256", codeSha256));
    return this;
  }

  public MadeRun without(String... keys) {
    for (String key : keys) {
      template = template.without(key);
      kernel = kernel.without(key);
      python.remove(key);
    }
    return this;
  }

  public MadeRun packages(Map<String, String> used) {
    python.put("used_packages", JsonObject.build(o -> used.forEach(o::put)));
    return this;
  }

  public MadeRun python(String key, String value) {
    python.put(key, new JsonString(value));
    return this;
  }

  public MadeRun noPython() {
    python.clear();
    return this;
  }

  public MadeRun kernel(String implementation, String language) {
    kernel =
        kernel
            .with("implementation", new JsonString(implementation))
            .with("language", new JsonString(language));
    return this;
  }

  public MadeRun imported(String file, FileNote... notes) {
    imported.add(file(file, notes));
    return this;
  }

  public MadeRun read(String file, FileNote... notes) {
    read.add(file(file, notes));
    return this;
  }

  public MadeRun declared(List<String> patterns, String... files) {
    provenance =
        JsonObject.build(
            o ->
                o.put(
                    "inputs",
                    JsonObject.build(
                        i -> {
                          List<JsonValue> records = new ArrayList<>();
                          List.of(files).forEach(file -> records.add(file(file)));
                          i.put("patterns", JsonArray.ofStrings(patterns))
                              .put("files", new JsonArray(records));
                        })));
    return this;
  }

  private JsonObject file(String name, FileNote... notes) {
    Path file = project.resolve(name);
    return JsonObject.build(
        o -> {
          o.put("path", name);
          List<FileNote> all = List.of(notes);
          if (!all.contains(FileNote.VANISHED)) {
            o.put("bytes", size(file)).put("modified", modified(file));
          }
          if (all.isEmpty() || all.contains(FileNote.CHANGED_DURING_RUN)) {
            o.put("sha256", hash(file));
          }
          o.put("notes", JsonArray.ofStrings(all.stream().map(FileNote::word).toList()));
        });
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path file) {
    try {
      return new Sha256().hash(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonObject record() {
    JsonObject record =
        JsonObject.build(
            o ->
                o.put("id", new RunFolder(Path.of(name)).id())
                    .put("status", status)
                    .put("title", "A run")
                    .put(
                        "template",
                        JsonObject.build(
                            t -> t.put("path", project.resolve("report.ipynb").toString())))
                    .put("parameters", parametersJson())
                    .put("kernel_requested", "python3")
                    .put("started", started.toString())
                    .put("seconds", 1.5)
                    .put("metrics", JsonObject.EMPTY)
                    .put("provenance", provenanceJson()));
    for (Map.Entry<String, JsonValue> each : more.members().entrySet()) {
      record = record.with(each.getKey(), each.getValue());
    }
    return record;
  }

  private JsonObject parametersJson() {
    return JsonObject.build(
        all ->
            parameters
                .values()
                .forEach(
                    (key, value) ->
                        all.put(
                            key,
                            JsonObject.build(
                                p ->
                                    p.put("given", true)
                                        .put("type", value.kind().word())
                                        .put("value", plain(value))))));
  }

  private static JsonValue plain(ParameterValue value) {
    return value instanceof FloatValue f && !Double.isFinite(f.value())
        ? new JsonString(value.display())
        : value.toJson();
  }

  private JsonObject provenanceJson() {
    return JsonObject.build(
        o -> {
          o.put("template", template).put("project_root", project.toString()).put("kernel", kernel);
          if (!python.isEmpty()) {
            JsonObject told =
                new JsonObject(python)
                    .with("imported", new JsonArray(imported))
                    .with("read", new JsonArray(read));
            o.put("python", told);
          }
          o.putAll(provenance);
        });
  }

  /** Writes the folder into {@code runs}; all times in it are of the past. */
  public RunFolder in(Path runs) {
    RunFolder folder = new RunFolder(runs.resolve(name));
    try {
      Files.createDirectories(folder.figures());
      Files.write(folder.record(), JsonWriter.compactBytes(record()));
      Files.writeString(folder.report(), "report");
      Files.writeString(folder.figures().resolve("cell-01-1.png"), "png");
      if (sealed) {
        seal(folder);
      }
      for (Path file :
          List.of(folder.record(), folder.report(), folder.figures().resolve("cell-01-1.png"))) {
        Files.setLastModifiedTime(file, FileTime.from(MADE));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void seal(RunFolder folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    hashes.put("run.json", new Sha256().hash(folder.record()));
    hashes.put("report.html", new Sha256().hash(folder.report()));
    hashes.put(
        "figures/cell-01-1.png", new Sha256().hash(folder.figures().resolve("cell-01-1.png")));
    StringBuilder list = new StringBuilder();
    hashes.forEach((file, hash) -> list.append(hash).append("  ").append(file).append('\n'));
    JsonObject seal =
        JsonObject.build(
            o ->
                o.put("files", JsonObject.build(f -> hashes.forEach(f::put)))
                    .put("seal", Sha256.of(list.toString().getBytes(StandardCharsets.UTF_8))));
    Files.write(folder.seal(), JsonWriter.compactBytes(seal));
  }
}
