package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.study.label.RunMark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunsCsvTest {
  private static final String HEAD = "id,study,template,status,superseded,repeat,attempt,";
  private static final String TAIL =
      ",seconds,started,peak_memory_bytes,error,folder,report,star,labels,note\r\n";

  private final SampleRuns sample = new SampleRuns("mse", true, "seed");

  private String csv() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunsCsv.write(sample.comparison(), new RunCache<>(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void run(Map<String, ParameterValue> parameters, Map<String, MetricValue> metrics) {
    sample.run("x=1", new Parameters(parameters), RunStatus.SUCCEEDED, metrics, 0, "");
  }

  /** What stands between the attempt and the seconds. */
  private static String middle(String row) {
    return row.replaceFirst("^([^,]*,){7}", "").replaceFirst(",[0-9.]+,2026-.*$", "");
  }

  @Test
  void everyTypeKeepsItsForm() throws IOException {
    Map<String, ParameterValue> parameters = new LinkedHashMap<>();
    parameters.put("lr", ParameterValue.of(1e-3));
    parameters.put("n", ParameterValue.of(-8));
    parameters.put("flag", ParameterValue.of(true));
    parameters.put("none", NullValue.NULL);
    parameters.put("widths", new ListValue(List.of(ParameterValue.of(8), ParameterValue.of(16))));
    Map<String, MetricValue> metrics = new LinkedHashMap<>();
    metrics.put("mse", new MetricValue.Numeric(Double.NaN));
    metrics.put("best", new MetricValue.Numeric(Double.NEGATIVE_INFINITY));
    metrics.put("ok", new MetricValue.Flag(false));
    metrics.put("table", new MetricValue.Table(List.of("a"), List.of()));
    run(parameters, metrics);
    String[] lines = csv().split("\r\n");
    assertThat(lines[0] + "\r\n").isEqualTo(HEAD + "lr,n,flag,none,widths,mse,best,ok" + TAIL);
    assertThat(middle(lines[1])).isEqualTo("0.001,-8,TRUE,None,\"[8, 16]\",NaN,-inf,FALSE");
  }

  @Test
  void textsAreQuotedAndCantBeFormulas() throws IOException {
    Map<String, ParameterValue> parameters = new LinkedHashMap<>();
    parameters.put("quoted", ParameterValue.of("a \"b\", c\nd"));
    parameters.put("formula", ParameterValue.of("=HYPERLINK(\"http://x\")"));
    parameters.put("minus", ParameterValue.of("-1e-3"));
    parameters.put("dash", ParameterValue.of("-relu"));
    parameters.put("at", ParameterValue.of("@x"));
    run(parameters, Map.of());
    String row = csv().split("\r\n", 2)[1];
    assertThat(row)
        .contains(",\"a \"\"b\"\", c\nd\",\"'=HYPERLINK(\"\"http://x\"\")\",-1e-3,'-relu,'@x,");
  }

  @Test
  void namesThatClashAreToldApart() throws IOException {
    run(
        Map.of("loss", ParameterValue.of("mse"), "seconds", ParameterValue.of(3)),
        Map.of("loss", new MetricValue.Numeric(0.5)));
    String head = csv().split("\r\n")[0];
    assertThat(head).contains("param.loss", "param.seconds", "metric.loss").endsWith(TAIL.strip());
  }

  @Test
  void whatARunDoesNotHaveIsEmpty() throws IOException {
    run(Map.of("a", ParameterValue.of(1)), Map.of("m", new MetricValue.Numeric(1)));
    sample.run(
        "b", new Parameters(Map.of("b", ParameterValue.of(2))), RunStatus.RUNNING, Map.of(), 1, "");
    String[] lines = csv().split("\r\n");
    assertThat(lines[1]).contains(",1,,1.0,").endsWith("x=1~255s,x=1~255s/report.html,FALSE,,");
    assertThat(lines[2])
        .contains(",running,FALSE,1,1,,2,,,2026-11-26T09:01:00Z,,,b~")
        .endsWith(",,FALSE,,");
  }

  @Test
  void whatPeopleNotedIsTextAndCantBeAFormula() throws IOException {
    run(Map.of(), Map.of());
    Comparison plain = sample.comparison();
    RunMark mark = new RunMark(List.of("good", "=2"), "-see, <b>", true);
    Comparison marked =
        new Comparison(
            plain.links(),
            plain.runs(),
            plain.isSuperseded(),
            List.of(),
            List.of(),
            run -> mark,
            plain.points());
    RunCache<byte[]> cache = new RunCache<>();
    RunsCsv.write(plain, cache, OutputStream.nullOutputStream());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunsCsv.write(marked, cache, out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .endsWith(",TRUE,\"'=2, good\",\"'-see, <b>\"\r\n");
  }

  @Test
  void supersededRunsStayAndSaySo() throws IOException {
    sample.superseded.add(
        sample.run("old", Parameters.EMPTY, RunStatus.FAILED, Map.of(), 0, "ValueError: no"));
    assertThat(csv()).contains(",failed,TRUE,0,1,").contains(",ValueError: no,old~");
  }
}
