package dev.platen.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.metric.Metric.Source;
import dev.platen.metric.MetricValue.Flag;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.metric.MetricValue.Table;
import dev.platen.metric.MetricValue.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricJsonTest {
  private static Map<String, Metric> metrics(MetricValue... values) {
    Map<String, Metric> all = new LinkedHashMap<>();
    for (MetricValue value : values) {
      String name = "m" + all.size();
      all.put(name, new Metric(name, value, Source.PRINTED, OptionalInt.of(all.size())));
    }
    return all;
  }

  private static JsonObject reread(JsonObject json) {
    return Outputs.object(JsonWriter.compactText(json));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    List<JsonValue> row =
        List.of(
            JsonNumber.of(1),
            JsonNumber.of(Double.NaN),
            JsonNumber.of(Double.NEGATIVE_INFINITY),
            new JsonString("NAN"),
            JsonBoolean.TRUE,
            JsonNull.NULL);
    Map<String, Metric> metrics =
        metrics(
            new Numeric(0.1),
            new Numeric(32),
            new Numeric(-0.0),
            new Numeric(1e300),
            new Numeric(Double.NaN),
            new Numeric(Double.POSITIVE_INFINITY),
            new Numeric(Double.NEGATIVE_INFINITY),
            new Text("NaN"),
            new Flag(false),
            new Table(List.of("a", "b", "c", "d", "e", "f"), List.of(row)));
    assertThat(MetricJson.read(reread(MetricJson.write(metrics)))).isEqualTo(metrics);
  }

  @Test
  void theFormIsTheOneThatIsDocumented() {
    Map<String, Metric> metrics = metrics(new Numeric(32), new Numeric(Double.NaN));
    metrics.put("r", new Metric("r", new Flag(true), Source.RECORD, OptionalInt.empty()));
    assertThat(JsonWriter.compactText(MetricJson.write(metrics)))
        .isEqualTo(
            "{\"m0\":{\"type\":\"number\",\"value\":32,\"source\":\"printed\",\"cell_index\":0},"
                + "\"m1\":{\"type\":\"number\",\"value\":\"NaN\",\"source\":\"printed\",\"cell_index\":1},"
                + "\"r\":{\"type\":\"flag\",\"value\":true,\"source\":\"record\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "{\"type\": \"number\", \"value\": \"many\", \"source\": \"record\"}",
        "{\"type\": \"number\", \"source\": \"record\"}",
        "{\"type\": \"number\", \"value\": 1, \"source\": \"dream\"}",
        "{\"type\": \"colour\", \"value\": 1, \"source\": \"record\"}",
        "{\"type\": \"text\", \"value\": 1, \"source\": \"record\"}",
        "{\"type\": \"flag\", \"value\": 1, \"source\": \"record\"}",
        "{\"type\": \"table\", \"value\": 1, \"source\": \"record\"}",
        "{\"type\": \"table\", \"value\": {\"columns\": [\"a\"], \"rows\": [[1, 2]]}, \"source\": \"record\"}",
        "{\"type\": \"table\", \"value\": {\"columns\": [\"a\"], \"rows\": [[[]]]}, \"source\": \"record\"}",
      })
  void anUnknownEntryIsLeftOut(String entry) {
    JsonObject json =
        Outputs.object(
            "{\"bad\": %s, \"good\": {\"type\": \"text\", \"value\": \"x\", \"source\": \"scrap\"}}"
                .formatted(entry));
    assertThat(MetricJson.read(json)).containsOnlyKeys("good");
  }
}
