package dev.platen.study.ledger;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.run.provenance.FileNote;
import dev.platen.run.provenance.FileRecord;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads off a run.json's provenance what has to be compared. Safe for any thread. */
final class RunInputsReader {
  private final Interner interner;

  RunInputsReader(Interner interner) {
    this.interner = interner;
  }

  /**
   * Reads them; of equal ones there is one only.
   *
   * @param record run.json
   */
  RunInputs read(JsonObject record) {
    JsonObject provenance = record.object("provenance");
    JsonObject template = provenance.object("template");
    return interner.one(
        new RunInputs(
            provenance.text("project_root"),
            template.text("path"),
            template.text("code_sha256"),
            part(provenance, "kernel").map(RunInputsReader::kernel),
            part(provenance, "python").map(this::python),
            part(provenance, "inputs")
                .map(o -> new RunInputs.Declared(strings(o, "patterns"), files(o, "files")))));
  }

  private static Optional<JsonObject> part(JsonObject json, String key) {
    JsonValue value = json.value(key);
    return value == null || value == JsonNull.NULL
        ? Optional.empty()
        : Optional.of(json.object(key));
  }

  private static RunInputs.Kernel kernel(JsonObject json) {
    boolean ipython = json.text("implementation").startsWith("ipython");
    return new RunInputs.Kernel(
        json.text("name"),
        json.text("spec_sha256"),
        ipython && json.text("language").equals("python"));
  }

  private RunInputs.Python python(JsonObject json) {
    return new RunInputs.Python(
        json.text("version"),
        json.text("executable"),
        json.text("prefix"),
        part(json, "search_path").map(none -> strings(json, "search_path")),
        part(json, "used_packages").map(RunInputsReader::texts),
        files(json, "imported"),
        files(json, "read"));
  }

  private static List<String> strings(JsonObject json, String key) {
    return new JsonArray(json.array(key)).strings().orElse(List.of());
  }

  private static Map<String, String> texts(JsonObject json) {
    Map<String, String> texts = new LinkedHashMap<>();
    json.members()
        .forEach((key, value) -> texts.put(key, value instanceof JsonString s ? s.value() : ""));
    return texts;
  }

  private List<FileRecord> files(JsonObject json, String key) {
    List<FileRecord> files = new ArrayList<>();
    for (JsonValue value : json.array(key)) {
      if (value instanceof JsonObject file) {
        files.add(interner.one(file(file)));
      }
    }
    return files;
  }

  private static FileRecord file(JsonObject json) {
    List<FileNote> notes = new ArrayList<>();
    for (String word : strings(json, "notes")) {
      // A later Platen's note says something of the file that isn't known here: trust it less.
      notes.add(
          Stream.of(FileNote.values())
              .filter(note -> note.word().equals(word))
              .findFirst()
              .orElse(FileNote.UNREADABLE));
    }
    return new FileRecord(
        json.text("path"),
        json.integer("bytes").orElse(-1L),
        json.string("modified").flatMap(RunInputsReader::time),
        json.string("sha256"),
        notes);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
