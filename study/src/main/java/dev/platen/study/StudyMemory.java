package dev.platen.study;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.read.YamlDocument;
import dev.platen.parameter.read.YamlValue;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import dev.platen.study.spec.LoadedStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers how a study was written when it last started, so that an edit can be shown. */
final class StudyMemory {
  private final Path file;

  StudyMemory(OutFolder out) {
    this.file = out.lastStudy();
  }

  void remember(LoadedStudy study) {
    WholeFile.writeShared(
        file, stream -> stream.write(study.text().getBytes(StandardCharsets.UTF_8)));
  }

  /** What the study says now and what it said then, key by key; empty when there was none. */
  List<String> changes(LoadedStudy study) {
    Optional<String> then = text();
    return then.isEmpty() || then.get().equals(study.text())
        ? List.of()
        : changes("", values(then.get()), values(study.text()));
  }

  private Optional<String> text() {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }

  private static JsonObject values(String yaml) {
    return YamlDocument.read(yaml)
        .root()
        .map(YamlValue::value)
        .map(value -> value.toJson())
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .orElse(JsonObject.EMPTY);
  }

  private static List<String> changes(String path, JsonObject then, JsonObject now) {
    Set<String> keys = new LinkedHashSet<>(then.members().keySet());
    keys.addAll(now.members().keySet());
    List<String> changes = new ArrayList<>();
    for (String key : keys) {
      JsonValue was = then.value(key);
      JsonValue is = now.value(key);
      if (was instanceof JsonObject before && is instanceof JsonObject after) {
        changes.addAll(changes(path + key + ".", before, after));
      } else if (!Objects.equals(was, is)) {
        changes.add(path + key + ": " + words(was) + " → " + words(is));
      }
    }
    return changes;
  }

  private static String words(@Nullable JsonValue value) {
    return value == null ? "nothing" : JsonWriter.compactText(value);
  }
}
