package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageDataTest {
  private static String page(SampleRuns sample) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ComparePage.write(sample.comparison(), new PageCache(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What a browser takes for the block's text. */
  private static JsonObject data(String page) throws Exception {
    String begin = "<script type=\"application/json\" id=\"page-data\">";
    int from = page.indexOf(begin) + begin.length();
    String block = page.substring(from, page.indexOf("</script>", from));
    return (JsonObject) JsonReader.read(block.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject first(SampleRuns sample) throws Exception {
    return (JsonObject) data(page(sample)).array("templates").get(0);
  }

  private static List<String> row(JsonObject template, int index) {
    return ((JsonArray) template.array("runs").get(index))
        .values().stream().map(JsonWriter::compactText).toList();
  }

  private static List<String> point(JsonObject template, int index) {
    return ((JsonArray) template.array("points").get(index))
        .values().stream().map(JsonWriter::compactText).toList();
  }

  @Test
  void pointsHaveTheParametersAndRunsTheRestInTheOrderOfTheColumns() throws Exception {
    JsonObject template = first(new SampleRuns("mse", true, "seed").point("a", 1, 2).point("b", 3));
    assertThat(template.array("columns").stream().map(JsonWriter::compactText))
        .containsExactly(
            "{\"kind\":\"parameter\",\"name\":\"model\"}",
            "{\"kind\":\"seed\",\"name\":\"seed\"}",
            "{\"kind\":\"metric\",\"name\":\"mse\"}");
    List<String> row = row(template, 1);
    assertThat(row.subList(1, 2)).containsExactly("\"succeeded\"");
    assertThat(row.subList(8, row.size())).containsExactly("1", "2.0");
    assertThat(point(template, 0)).containsExactly("\"a\"");
    assertThat(point(template, 1)).containsExactly("\"b\"");
    assertThat(template.array("groups"))
        .containsExactly(JsonNumber.of(0), JsonNumber.of(0), JsonNumber.of(1));
    assertThat(template.array("ranked")).containsExactly(JsonNumber.of(0), JsonNumber.of(1));
    assertThat(template.array("labels")).containsExactly(new JsonString("a"), new JsonString("b"));
  }

  @Test
  void noTextEndsTheBlockOrBeginsAComment() throws Exception {
    SampleRuns sample = new SampleRuns("</script><!--<script>", true);
    String hostile = "</script><script>alert(1)</script><!--";
    sample.run(
        "x",
        new Parameters(Map.of(hostile, ParameterValue.of(hostile))),
        RunStatus.FAILED,
        Map.of(hostile, new MetricValue.Text(hostile)),
        0,
        hostile);
    String page = page(sample);
    assertThat(page.substring(page.lastIndexOf("page-data")))
        .containsOnlyOnce("</script>")
        .doesNotContain("<!--");
    assertThat(row(first(sample), 0)).contains(JsonWriter.compactText(new JsonString(hostile)));
  }

  @Test
  void whatJsonHasNoFormForIsNamed() throws Exception {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    values.put("big", new IntegerValue(new BigInteger("123456789012345678901")));
    values.put("inf", ParameterValue.of(Double.NEGATIVE_INFINITY));
    values.put("list", new ListValue(List.of(ParameterValue.of(1), ParameterValue.of("a"))));
    values.put("flag", ParameterValue.of(true));
    SampleRuns sample = new SampleRuns("mse", true);
    sample.run(
        "x",
        new Parameters(values),
        RunStatus.SUCCEEDED,
        Map.of("mse", new MetricValue.Numeric(Double.NaN)),
        0,
        "");
    sample.run(
        "y",
        Parameters.EMPTY,
        RunStatus.SUCCEEDED,
        Map.of("flag", new MetricValue.Flag(false)),
        0,
        "");
    JsonObject template = first(sample);
    assertThat(point(template, 0))
        .containsExactly(
            "{\"t\":\"123456789012345678901\"}",
            "{\"n\":\"-inf\"}",
            "{\"t\":\"[1, 'a']\"}",
            "true");
    assertThat(point(template, 1)).containsExactly("null", "null", "null", "null");
    assertThat(row(template, 0).subList(8, 10)).containsExactly("{\"n\":\"nan\"}", "null");
    assertThat(row(template, 1).subList(8, 10)).containsExactly("null", "false");
  }

  @Test
  void aMegabyteIsCutAndTwoThatDifferStayTwo() throws Exception {
    String text = "x".repeat(1 << 20);
    SampleRuns sample =
        new SampleRuns("mse", true, "seed").point(text + "a", 1, 2).point(text + "b", 3, 4);
    String page = page(sample);
    assertThat(page).hasSizeLessThan(300_000);
    List<JsonValue> labels = first(sample).array("labels");
    assertThat(labels).doesNotHaveDuplicates().hasSize(2);
    assertThat(((JsonString) labels.get(0)).value()).contains("… (1048577 characters, no. ");
  }

  @Test
  void ofManyRunsTheFirstStandInThePageForThoseWithoutAScript() throws Exception {
    SampleRuns sample = new SampleRuns("mse", true, "seed");
    for (int i = 0; i < 150; i++) {
      sample.point("model-" + i, i, i + 1);
    }
    String page = page(sample);
    assertThat(page)
        .contains("50 more rows need JavaScript")
        .contains("200 more rows need JavaScript");
    assertThat(page.split("<tr>|<tr class", -1)).hasSizeLessThan(220);
    assertThat(first(sample).array("runs")).hasSize(300);
  }

  @Test
  void writtenAgainWithANewRunOnlyItIsWhatItIsWhenWrittenOnce() throws IOException {
    SampleRuns sample = SampleRuns.penguins();
    PageCache known = new PageCache();
    ComparePage.write(sample.comparison(), known, new ByteArrayOutputStream());
    sample.run(
        "new",
        sample.runs.get(5).parameters(),
        RunStatus.SUCCEEDED,
        Map.of("mse", new MetricValue.Numeric(0.2)),
        0,
        "");
    sample.superseded.add(sample.runs.get(5));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    ComparePage.write(sample.comparison(), known, again);
    assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(page(sample));
  }

  @Test
  void whenANewStudyFindsIntervalsAnotherWayThePointsOfBeforeSayTheirsToo() throws IOException {
    double[] values = IntStream.rangeClosed(1, 20).mapToDouble(i -> i).toArray();
    SampleRuns sample = new SampleRuns("mse", true, "seed").point("a", values).point("b", values);
    PageCache known = new PageCache();
    ComparePage.write(sample.comparison(), known, new ByteArrayOutputStream());
    sample.bootstrap = true;
    sample.point("c", 9, 11);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    ComparePage.write(sample.comparison(), known, again);
    assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(page(sample));
  }
}
