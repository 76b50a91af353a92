package dev.platen.study.ledger;

import dev.platen.execute.RunStatus;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.run.RunFolder;
import dev.platen.run.Seal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a {@link PastRun} of a run.json's bytes. Safe for any thread. */
final class PastRunReader {
  /** The bulk of a run.json, which no table and no plan needs of every run. */
  private static final Set<String> SKIPPED =
      Set.of(
          "cells",
          "metric_errors",
          "provenance.git",
          "provenance.host",
          "provenance.python.packages");

  private static final int MAX_ERROR_LENGTH = 300;

  private final Seal seal = new Seal(new Sha256());
  private final Interner interner;
  private final ParametersReader parameters;
  private final MetricsReader metrics;
  private final RunInputsReader inputs;

  PastRunReader(Interner interner) {
    this.interner = interner;
    this.parameters = new ParametersReader(interner);
    this.metrics = new MetricsReader(interner);
    this.inputs = new RunInputsReader(interner);
  }

  /** Looks at seals. */
  Seal seal() {
    return seal;
  }

  PastRun read(RunFolder folder, boolean sealed, String sealIssue, byte[] record) throws BadRecord {
    try {
      if (JsonReader.readWithout(SKIPPED, record) instanceof JsonObject json) {
        return read(folder, sealed, sealIssue, json);
      }
    } catch (JsonSyntaxException e) {
      throw new BadRecord(
          "is no JSON: line %d, column %d: %s".formatted(e.line(), e.column(), e.getMessage()));
    }
    throw new BadRecord("is no JSON object");
  }

  private PastRun read(RunFolder folder, boolean sealed, String sealIssue, JsonObject json)
      throws BadRecord {
    return new PastRun(
        folder,
        status(json),
        sealed,
        sealIssue,
        interner.one(json.text("title")),
        interner.one(object(json, "template").text("path")),
        parameters.effective(object(json, "parameters")),
        json.has(TrialMark.KEY)
            ? Optional.of(interner.one(TrialMark.parse(object(json, TrialMark.KEY))))
            : Optional.empty(),
        metrics.read(object(json, "metrics")),
        started(json),
        json.value("seconds") instanceof JsonNumber n ? n.value().doubleValue() : Double.NaN,
        peakMemory(object(json, "resources")),
        interner.one(error(object(json, "error"))),
        inputs.read(json));
  }

  /** The member object; nothing and null are an empty one. */
  private static JsonObject object(JsonObject json, String key) throws BadRecord {
    JsonValue value = json.value(key);
    if (value == null || value == JsonNull.NULL || value instanceof JsonObject) {
      return json.object(key);
    }
    throw new BadRecord("has a '" + key + "' that is no object");
  }

  private static RunStatus status(JsonObject json) throws BadRecord {
    String word = json.text("status");
    return Stream.of(RunStatus.values())
        .filter(status -> status.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadRecord(
                    word.isEmpty() ? "has no status" : "has the unknown status '" + word + "'"));
  }

  private static Instant started(JsonObject json) throws BadRecord {
    try {
      return Instant.parse(json.text("started"));
    } catch (DateTimeParseException e) {
      throw new BadRecord("has no time at which the run started");
    }
  }

  private static OptionalLong peakMemory(JsonObject resources) {
    Optional<Long> bytes = resources.integer("peak_memory_bytes");
    return bytes.isPresent() ? OptionalLong.of(bytes.get()) : OptionalLong.empty();
  }

  private static String error(JsonObject error) {
    String name = error.text("ename");
    String first = error.text("evalue").lines().findFirst().orElse("").strip();
    String line = first.isEmpty() ? name : name.isEmpty() ? first : name + ": " + first;
    return line.length() > MAX_ERROR_LENGTH ? line.substring(0, MAX_ERROR_LENGTH) + "…" : line;
  }
}
