package dev.platen.metric;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.metric.Metric.Source;
import dev.platen.notebook.MimeBundle;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values that a notebook glued into its outputs: scrapbook's scraps, MyST-NB's glue, and the
 * records of papermill before 1.0.
 *
 * <p>Parquet (scrapbook's encoder {@code pandas}) isn't decoded: such a table counts if it was
 * displayed as well.
 *
 * @see <a href="https://nteract-scrapbook.readthedocs.io/en/latest/models.html">scrapbook's
 *     models</a>
 * @see <a href="https://myst-nb.readthedocs.io/en/latest/render/glue.html">MyST-NB's glue</a>
 */
final class Scraps {
  private static final String SCRAP = "application/scrapbook.scrap.";
  private static final String RECORD = "application/papermill.record+json";
  private static final String GLUE_PREFIX = "application/papermill.record/";

  /** A text that is longer can't be a small table. */
  private static final int LONGEST_JSON = 1_000_000;

  /** Dagster's own bookkeeping, which dagstermill glues too: names of pickled files. */
  private static final Pattern DAGSTER_EVENT = Pattern.compile("event-[0-9a-f]{8}-[-0-9a-f]{27}");

  private final Collected collected;

  Scraps(Collected collected) {
    this.collected = collected;
  }

  void read(MimeBundle data, JsonObject metadata, int cellIndex) {
    for (Map.Entry<String, JsonValue> entry : data.entries().entrySet()) {
      if (entry.getKey().startsWith(SCRAP)) {
        scrap(object(entry.getValue()), cellIndex);
      } else if (entry.getKey().equals(RECORD)) {
        object(entry.getValue())
            .members()
            .forEach((name, value) -> put(name, PlainValue.of(value), Source.PAPERMILL, cellIndex));
      }
    }
    JsonObject scrapbook = metadata.object("scrapbook");
    if (scrapbook.has("mime_prefix")) {
      Optional<MetricValue> value = ShownBundle.parse(data, scrapbook.text("mime_prefix"));
      put(
          scrapbook.text("name"),
          value.or(() -> ShownBundle.parse(data, GLUE_PREFIX)),
          Source.SCRAP,
          cellIndex);
    } else if (!scrapbook.isEmpty() && !scrapbook.isTrue("data")) {
      twin(scrapbook.text("name"), data, Source.SCRAP, cellIndex);
    }
    twin(metadata.object("papermill").text("name"), data, Source.PAPERMILL, cellIndex);
  }

  /** What was displayed under a name is less exact than what was glued under it. */
  private void twin(String name, MimeBundle data, Source source, int cellIndex) {
    ShownBundle.parse(data, "")
        .ifPresent(value -> collected.putIfAbsent(name, value, source, cellIndex));
  }

  private void scrap(JsonObject scrap, int cellIndex) {
    String name = scrap.text("name");
    JsonValue data = scrap.value("data");
    if (data == null || DAGSTER_EVENT.matcher(name).matches()) {
      return;
    }
    switch (scrap.text("encoder")) {
      case "text" -> put(name, PlainValue.of(data), Source.SCRAP, cellIndex);
      case "json" -> put(name, PlainValue.of(reparsed(data)), Source.SCRAP, cellIndex);
      default -> {
        // A display has no data; Parquet in base64 stays in the notebook, unread.
      }
    }
  }

  private void put(String name, Optional<MetricValue> value, Source source, int cellIndex) {
    value.ifPresent(v -> collected.put(name, v, source, cellIndex));
  }

  /** As scrapbook does: a text that happens to be JSON is that JSON. */
  private static JsonValue reparsed(JsonValue data) {
    return data instanceof JsonString text ? parse(text.value()).orElse(data) : data;
  }

  /** Some writers quote the whole object once more. */
  private static JsonObject object(JsonValue value) {
    JsonValue whole =
        value instanceof JsonArray lines
            ? lines.text().map(JsonValue.class::cast).orElse(value)
            : value;
    return reparsed(whole) instanceof JsonObject object ? object : JsonObject.EMPTY;
  }

  private static Optional<JsonValue> parse(String text) {
    if (text.length() > LONGEST_JSON) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonReader.read(text));
    } catch (JsonSyntaxException e) {
      // It is a text then.
      return Optional.empty();
    }
  }
}
