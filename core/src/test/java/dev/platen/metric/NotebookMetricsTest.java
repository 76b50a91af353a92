package dev.platen.metric;

import static dev.platen.metric.Outputs.cell;
import static dev.platen.metric.Outputs.display;
import static dev.platen.metric.Outputs.notebook;
import static dev.platen.metric.Outputs.object;
import static dev.platen.metric.Outputs.printed;
import static dev.platen.metric.Outputs.result;
import static dev.platen.metric.Outputs.scrap;
import static dev.platen.metric.Outputs.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.metric.Metric.Source;
import dev.platen.metric.MetricValue.Flag;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.metric.MetricValue.Table;
import dev.platen.metric.MetricValue.Text;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookMetricsTest {
  private static final String FRAME =
      """
      <div>
      <style scoped>
          .dataframe tbody tr th { vertical-align: top; }
      </style>
      <table border="1" class="dataframe">
        <thead>
          <tr style="text-align: right;">
            <th></th>
            <th>arch</th>
            <th>mse</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th>0</th>
            <td>mlp &amp; co</td>
            <td>0.5</td>
          </tr>
          <tr>
            <th>1</th>
            <td>cnn</td>
            <td>NaN</td>
          </tr>
        </tbody>
      </table>
      </div>""";

  private static Map<String, Metric> of(Output... outputs) {
    return NotebookMetrics.of(notebook(cell("pass", outputs)));
  }

  private static MetricValue value(String name, Output... outputs) {
    Metric metric = of(outputs).get(name);
    return metric == null ? null : metric.value();
  }

  private static Numeric number(double value) {
    return new Numeric(value);
  }

  @Test
  void scrapsOfEveryEncoderAreRead() {
    Map<String, Metric> metrics =
        of(
            scrap("word", "text", "\"12\""),
            scrap("mse", "json", "0.125"),
            scrap("ok", "json", "true"),
            scrap("again", "json", "\"1\""),
            scrap("said", "json", "\"good\""),
            scrap("rows", "json", "[{\"fold\": 1, \"mse\": 0.5}, {\"fold\": 2, \"mae\": 1}]"),
            scrap("frame", "pandas", "\"UEFSMQ==\""));
    assertThat(metrics.keySet()).containsExactly("word", "mse", "ok", "again", "said", "rows");
    assertThat(metrics.get("word").value()).isEqualTo(new Text("12"));
    assertThat(metrics.get("mse"))
        .isEqualTo(new Metric("mse", number(0.125), Source.SCRAP, OptionalInt.of(0)));
    assertThat(metrics.get("ok").value()).isEqualTo(new Flag(true));
    assertThat(metrics.get("again").value()).isEqualTo(number(1));
    assertThat(metrics.get("said").value()).isEqualTo(new Text("good"));
    Table rows = (Table) metrics.get("rows").value();
    assertThat(rows.columns()).containsExactly("fold", "mse", "mae");
    assertThat(rows.rows().get(0).subList(0, 2))
        .containsExactly(JsonNumber.of(1), JsonNumber.of(0.5));
  }

  @Test
  void pythonsOwnNanAndInfinityAreNumbers() {
    assertThat(value("a", scrap("a", "json", "NaN"))).isEqualTo(number(Double.NaN));
    assertThat(value("a", scrap("a", "json", "-Infinity")))
        .isEqualTo(number(Double.NEGATIVE_INFINITY));
  }

  @Test
  void aScrapsDisplayCountsOnlyWithoutItsData() {
    String twin = "{\"scrapbook\": {\"name\": \"%s\", \"data\": false, \"display\": true}}";
    Map<String, Metric> metrics =
        of(
            scrap("mse", "json", "0.123456789"),
            display("{\"text/plain\": \"0.123\"}", twin.formatted("mse")),
            scrap("frame", "pandas", "\"UEFSMQ==\""),
            display(JsonObjectText.of("text/html", FRAME), twin.formatted("frame")),
            display("{\"text/plain\": \"<Figure size 640x480>\"}", twin.formatted("plot")));
    assertThat(metrics.keySet()).containsExactly("mse", "frame");
    assertThat(metrics.get("mse").value()).isEqualTo(number(0.123456789));
    Table frame = (Table) metrics.get("frame").value();
    assertThat(frame.columns()).containsExactly("arch", "mse");
    assertThat(frame.rows())
        .containsExactly(
            List.of(new JsonString("mlp & co"), JsonNumber.of(0.5)),
            List.of(new JsonString("cnn"), JsonNumber.of(Double.NaN)));
  }

  /** Texts for JSON objects of one member. */
  private static final class JsonObjectText {
    static String of(String key, String text) {
      return dev.platen.json.JsonWriter.compactText(JsonObject.build(o -> o.put(key, text)));
    }
  }

  @Test
  void mystGlueIsReadWithAndWithoutItsPrefix() {
    Map<String, Metric> metrics =
        of(
            display(
                "{\"application/papermill.record/text/plain\": \"np.float64(0.25)\"}",
                "{\"scrapbook\": {\"name\": \"hidden\", \"mime_prefix\": \"application/papermill.record/\"}}"),
            display(
                "{\"text/plain\": \"'yes'\"}",
                "{\"scrapbook\": {\"name\": \"shown\", \"mime_prefix\": \"\"}}"));
    assertThat(metrics.get("hidden").value()).isEqualTo(number(0.25));
    assertThat(metrics.get("shown").value()).isEqualTo(new Text("yes"));
  }

  @Test
  void recordsOfOldPapermillsAreRead() {
    Map<String, Metric> metrics =
        of(
            display("{\"application/papermill.record+json\": {\"mse\": 1, \"no\": null}}", "{}"),
            display("{\"text/plain\": \"3\"}", "{\"papermill\": {\"name\": \"shown\"}}"));
    assertThat(metrics.keySet()).containsExactly("mse", "shown");
    assertThat(metrics.get("mse").source()).isEqualTo(Source.PAPERMILL);
  }

  @Test
  void dagstersOwnEventsAreNoMetrics() {
    assertThat(
            of(
                scrap("event-0a1b2c3d-0000-4000-8000-123456789abc", "json", "\"/tmp/x\""),
                scrap("result", "json", "\"/tmp/result.pickle\"")))
        .containsOnlyKeys("result");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mse: 0.5              | mse      | 0.5",
        "val/loss: 1e-3        | val/loss | 0.001",
        "loss: 2 (step 7)      | loss     | 2",
        "accuracy=.93          | accuracy | 0.93",
        "top-5 = 1.            | top-5    | 1",
        "mAP@0.5:   -3         | mAP@0.5  | -3",
        "score: nan            | score    | NaN",
        "score: -inf           | score    | -Infinity",
        "loss: np.float64(0.1) | loss     | 0.1",
        "loss: tensor(0.25, grad_fn=<MeanBackward0()>) | loss | 0.25",
        "größe: 3              | größe    | 3",
      })
  void aLineOfKeyAndValueIsAMetric(String line, String name, double value) {
    assertThat(of(printed("before\n" + line + "\r\nafter")))
        .containsExactly(
            Map.entry(name, new Metric(name, number(value), Source.PRINTED, OptionalInt.of(0))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The answer is: 42",
        "accuracy: 93 %",
        "accuracy: 93%",
        "Epoch 3/10: 0.5",
        "time 12:30",
        "localhost:8888",
        "http://localhost:8888",
        "mse: about 3",
        "x == 3",
        "a: 1, b: 2",
        "100%|##########| 10/10 [00:00<00:00, 120it/s]",
        "loss: 0.1\rloss: 0.2",
        "10/10: 1\b\b\b",
        "loss: 'text'",
        "3: 4",
        "date: 2026-01-01",
        "- item: 3",
        ": 3",
        "n: 1_000",
        "loss: 0x1p3",
        "loss: 1d",
      })
  void proseAndProgressAreNoMetrics(String line) {
    assertThat(of(printed(line + "\n"))).isEmpty();
  }

  @Test
  void theLastLineOfANameCounts() {
    assertThat(value("loss", printed("loss: 3 (step 1)\nloss: 2 (step 2)\nloss: 1 (step 3)\n")))
        .isEqualTo(number(1));
  }

  @Test
  void aLineMayArriveInPiecesAndStandardErrorIsNotRead() {
    assertThat(
            of(printed("mse: 0."), StreamOutput.of("stderr", "lr: 1\n"), printed("25\nok: True\n")))
        .containsOnlyKeys("mse", "ok");
  }

  @Test
  void coloursAreNoPartOfALine() {
    assertThat(value("mse", printed("\u001b[1mmse\u001b[0m: \u001b[32m3\u001b[0m")))
        .isEqualTo(number(3));
  }

  @Test
  void twoHundredPrintedNamesAreReadAndNoMore() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append("m").append(i).append(": 1\n");
    }
    text.append("m7: 2\n");
    Map<String, Metric> metrics = of(printed(text.toString()));
    assertThat(metrics).hasSize(200).containsKey("m199");
    assertThat(metrics.get("m7").value()).isEqualTo(number(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "mse                           | mse",
        "x = 1\\nmodel.mse  # the error | model.mse",
        "result[\"mse\"]               | result[\"mse\"]",
        "r['a;b#c'][0].x               | r['a;b#c'][0].x",
        "x = 1; mse                    | mse",
        "fit$mse                       | fit$mse",
        "mse\\n\\n# done               | mse",
      })
  void aNamedLastExpressionIsAMetric(String source, String name) {
    CodeCell cell = cell(source.strip().replace("\\n", "\n"), result("0.5"));
    assertThat(NotebookMetrics.of(notebook(cell)))
        .containsExactly(
            Map.entry(name, new Metric(name, number(0.5), Source.EXPRESSION, OptionalInt.of(0))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mse + 1",
        "f(x)",
        "1 + \\\nmse",
        "if x:\n  mse",
        "[a,\nb][0]",
        "",
        "# only",
        "f(x) # a; b",
        "r[i]"
      })
  void otherExpressionsHaveNoName(String source) {
    assertThat(NotebookMetrics.of(notebook(cell(source, result("0.5"))))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0.12 | 0.12",
        "np.float64(0.12) | 0.12",
        "np.int64(-3) | -3",
        "1e-05 | 0.00001",
        "tensor(0.1234) | 0.1234",
        "tensor(1., device='cuda:0', dtype=torch.float64) | 1",
        "Array(0.5, dtype=float32) | 0.5",
        "<tf.Tensor: shape=(), dtype=float32, numpy=0.5> | 0.5",
        "Decimal('0.1') | 0.1",
        "[1] 0.12 | 0.12",
        "inf | Infinity",
      })
  void numbersAreReadAsTheyAreShown(String shown, double value) {
    assertThat(ShownValue.parse(shown)).contains(number(value));
  }

  @Test
  void truthValuesAndTextsAreReadAsTheyAreShown() {
    assertThat(ShownValue.parse("np.True_")).contains(new Flag(true));
    assertThat(ShownValue.parse("False")).contains(new Flag(false));
    assertThat(ShownValue.parse("'it\\'s \\xfc \\u2713 \\U0001f427\\n'"))
        .contains(new Text("it's ü ✓ 🐧\n"));
    assertThat(ShownValue.parse("[1] \"a\"")).contains(new Text("a"));
    assertThat(ShownValue.parse("tensor(True)")).contains(new Flag(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "'",
        "'a' 'b'",
        "[1, 2]",
        "tensor([0.1])",
        "<Figure>",
        "None",
        "f(1)",
        "[1] 1 2 3",
        "'\\'",
        "np.array(",
        "12 rows"
      })
  void whatIsNoScalarHasNoValue(String shown) {
    assertThat(ShownValue.parse(shown)).isEmpty();
  }

  @Test
  void aSmallDataFrameIsATable() {
    CodeCell html = cell("scores", result(Map.of("text/html", new JsonString(FRAME))));
    Table table = (Table) NotebookMetrics.of(notebook(html)).get("scores").value();
    assertThat(table.columns()).containsExactly("arch", "mse");
    CodeCell resource =
        cell(
            "scores",
            result(
                Map.of(
                    "application/vnd.dataresource+json",
                    object(
                        """
                        {"schema": {"fields": [{"name": "index", "type": "integer"},
                           {"name": "mse", "type": "number"}], "primaryKey": ["index"]},
                         "data": [{"index": 0, "mse": 0.123456789}, {"index": 1, "mse": null}]}
                        """))));
    table = (Table) NotebookMetrics.of(notebook(resource)).get("scores").value();
    assertThat(table.columns()).containsExactly("mse");
    assertThat(table.rows().get(0)).containsExactly(JsonNumber.of(0.123456789));
  }

  @Test
  void aTableThatWasCutShortIsNone() {
    String cut = FRAME.replace("<td>cnn</td>", "<td>...</td>");
    CodeCell cell = cell("df", result(Map.of("text/html", new JsonString(cut))));
    assertThat(NotebookMetrics.of(notebook(cell))).isEmpty();
  }

  @Test
  void aNamedIndexIsAColumn() {
    String named = FRAME.replace("</thead>", "<tr><th>run</th><th></th><th></th></tr></thead>");
    CodeCell cell = cell("df", result(Map.of("text/html", new JsonString(named))));
    Table table = (Table) NotebookMetrics.of(notebook(cell)).get("df").value();
    assertThat(table.columns()).containsExactly("run", "arch", "mse");
  }

  @Test
  void aLaterCellCountsAndABetterSourceBeforeIt() {
    Notebook notebook =
        notebook(
            cell("a", result("1"), printed("b: 1\n")),
            cell("pass", scrap("b", "json", "2")),
            cell("a", result("3"), printed("b: 3\n")));
    Map<String, Metric> metrics = NotebookMetrics.of(notebook);
    assertThat(metrics.get("a"))
        .isEqualTo(new Metric("a", number(3), Source.EXPRESSION, OptionalInt.of(2)));
    assertThat(metrics.get("b"))
        .isEqualTo(new Metric("b", number(2), Source.SCRAP, OptionalInt.of(1)));
  }

  @Test
  void parametersAreNoMetrics() {
    CodeCell cell = cell("lr", printed("lr: 1\n"), result("1"));
    assertThat(
            NotebookMetrics.of(
                notebook(tagged("parameters", cell), tagged("injected-parameters", cell))))
        .isEmpty();
  }

  @Test
  void whatAFailedCellPrintedCounts() {
    assertThat(of(printed("mse: 1\n"), ErrorOutput.of("ValueError", "no", List.of())))
        .containsOnlyKeys("mse");
  }
}
