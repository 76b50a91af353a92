package dev.platen.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever a notebook holds, its metrics are read without a failure and survive run.json. */
@Tag("property")
class HostileOutputsTest {
  private static final List<String> KEYS =
      List.of(
          "application/scrapbook.scrap.json+json",
          "application/scrapbook.scrap.text+json",
          "application/scrapbook.scrap.",
          "application/papermill.record+json",
          "application/papermill.record/text/plain",
          "application/vnd.dataresource+json",
          "text/plain",
          "text/html",
          "scrapbook",
          "papermill",
          "name",
          "data",
          "encoder",
          "version",
          "display",
          "mime_prefix",
          "schema",
          "fields",
          "index");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "json",
          "text",
          "pandas",
          "index",
          "mse",
          "1",
          "NaN",
          "1e999",
          "'",
          "'\\",
          "'\\x'",
          "'\\U99999999'",
          "'\\ud800'",
          "np.float64(",
          "tensor(1,(",
          "[1] ",
          "[1]",
          "{\"name\": \"a\", \"data\": [[]]}",
          "[[[[",
          "application/papermill.record/",
          "<table",
          "<table></table>",
          "<table><tr></td></th></tr></table>",
          "<table></th><thead><tr></tr><tr></tr></thead></table>",
          "<table><thead><tr><th></th><th>a</th></tr></thead><tr></tr></table>",
          "\ud800",
          "a: 1\n=\n:\na=\r\n\n",
          "x".repeat(20_000),
          "tensor(1," + "a".repeat(9_000));

  private final Random random = new Random(20261126);

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private JsonObject object(int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String key = random.nextInt(8) == 0 ? text() : KEYS.get(random.nextInt(KEYS.size()));
      members.put(key, value(depth - 1));
    }
    return new JsonObject(members);
  }

  private JsonValue value(int depth) {
    return switch (random.nextInt(depth <= 0 ? 6 : 9)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonBoolean.of(random.nextBoolean());
      case 2 -> JsonNumber.of(random.nextInt(3) - 1);
      case 3 -> JsonNumber.of(random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY);
      case 4 -> new JsonNumber(BigInteger.TEN.pow(400));
      case 5 -> new JsonString(text());
      case 6 -> {
        List<JsonValue> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add(value(depth - 1));
        }
        yield new JsonArray(values);
      }
      default -> object(depth);
    };
  }

  private Output output() {
    return switch (random.nextInt(3)) {
      case 0 -> StreamOutput.of("stdout", text());
      case 1 -> DisplayData.of(new MimeBundle(object(4).members()), object(2));
      default ->
          new ExecuteResult(
              OptionalInt.empty(),
              new MimeBundle(object(4).members()),
              object(2),
              JsonObject.EMPTY);
    };
  }

  @Test
  void readingNeverFails() {
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      CodeCell cell = Outputs.cell(random.nextBoolean() ? "mse" : text(), output(), output());
      Map<String, Metric> metrics = NotebookMetrics.of(Outputs.notebook(cell));
      assertThat(MetricJson.read(MetricJson.write(metrics)).keySet()).isEqualTo(metrics.keySet());
      found += metrics.size();
    }
    assertThat(found).isGreaterThan(1000);
  }
}
