package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.metric.Metric;
import dev.platen.metric.Metric.Source;
import dev.platen.metric.MetricJson;
import dev.platen.metric.MetricValue;
import dev.platen.metric.MetricValue.Flag;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.metric.MetricValue.Table;
import dev.platen.metric.MetricValue.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics of runs on a real kernel. */
class MetricIT {
  private static final String NAMES = "' '.join(sorted(globals()))";

  @TempDir private static Path dir;
  private static RunFiles run;
  private static Ended ended;
  private static Map<String, Metric> metrics;

  @TempDir private Path own;

  @BeforeAll
  static void runOnce() {
    Path template =
        new TestNotebook()
            .parameters("lr = 0.1")
            .code(
                """
                import numpy as np, pandas as pd
                dict = exec = eval = str = list = 'taken'
                frame = pd.DataFrame({'fold': [1, 2], 'mse': [0.1, float('nan')]}, index=['a', 'b'])
                print('loss: 0.5 (step 1)'); print('loss: 0.25 (step 2)'); print('mse: 7')
                """)
            .code("r2 = np.float64(0.1) + 0.2\nr2")
            .code("before = " + NAMES)
            .in(dir);
    ended =
        Platen.in(dir)
            .run(
                "run",
                template,
                "--record=mse=np.float32(0.1)",
                "--record=sum=0.1 + 0.2",
                "--record=nan=float('nan')",
                "--record=inf=-np.inf",
                "--record=flag=np.bool_(True)",
                "--record=text='ü \"q\" = x'",
                "--record=table=frame",
                "--record=big=np.ones(2000)",
                "--record=missing=nope",
                "--record=unbalanced=1)(2",
                "--record=none=None",
                "--record=printing=print('x: 1') or 3",
                "--record=before=before",
                "--record=after=" + NAMES);
    run = ended.exits(0).run();
    metrics = MetricJson.read(run.record().object("metrics"));
  }

  private static MetricValue value(String name) {
    return metrics.get(name).value();
  }

  @Test
  void expressionsGiveExactValues() {
    assertThat(value("mse")).isEqualTo(new Numeric((float) 0.1));
    assertThat(value("sum")).isEqualTo(new Numeric(0.1 + 0.2));
    assertThat(value("nan")).isEqualTo(new Numeric(Double.NaN));
    assertThat(value("inf")).isEqualTo(new Numeric(Double.NEGATIVE_INFINITY));
    assertThat(value("flag")).isEqualTo(new Flag(true));
    assertThat(value("text")).isEqualTo(new Text("ü \"q\" = x"));
    assertThat(value("printing")).isEqualTo(new Numeric(3));
    assertThat(metrics.get("mse").source()).isEqualTo(Source.RECORD);
  }

  @Test
  void aDataFrameIsATableWithItsIndex() {
    Table table = (Table) value("table");
    assertThat(table.columns()).containsExactly("index", "fold", "mse");
    assertThat(table.rows()).hasSize(2);
    assertThat(run.text("run.json")).doesNotContain("NaN,").doesNotContain(": NaN");
  }

  @Test
  void anExpressionThatFailsSaysWhyAndFailsNothingElse() {
    JsonObject errors = run.record().object("metric_errors");
    assertThat(errors.members().keySet()).containsExactly("big", "missing", "unbalanced", "none");
    assertThat(errors.text("missing")).isEqualTo("NameError: name 'nope' is not defined");
    assertThat(errors.text("unbalanced")).startsWith("SyntaxError: ");
    assertThat(errors.text("big")).isEqualTo("it is a table of 2000 cells; 1000 are allowed");
    assertThat(errors.text("none")).isEqualTo("it is None");
    assertThat(ended.err()).contains("no metric 'missing': NameError");
    assertThat(run.status()).isEqualTo("succeeded");
  }

  @Test
  void nothingOfItIsSeenInTheNotebook() {
    assertThat(names("before")).contains("np", "frame", "lr");
    assertThat(names("after")).isEqualTo(names("before"));
    assertThat(run.text("notebook.ipynb")).doesNotContain("x: 1");
  }

  /** Without IPython's own history of inputs and outputs, and the name that holds the names. */
  private static List<String> names(String metric) {
    return Stream.of(((Text) value(metric)).value().split(" "))
        .filter(name -> !name.matches("_[i0-9]+|before"))
        .toList();
  }

  @Test
  void whatTheNotebookShowsIsReadBesides() {
    assertThat(metrics.get("loss").source()).isEqualTo(Source.PRINTED);
    assertThat(value("loss")).isEqualTo(new Numeric(0.25));
    assertThat(metrics.get("r2").source()).isEqualTo(Source.EXPRESSION);
    assertThat(value("r2")).isEqualTo(new Numeric(0.1 + 0.2));
    assertThat(metrics).doesNotContainKey("lr");
  }

  @Test
  void theReportShowsThemAll() {
    assertThat(run.report())
        .contains("id=\"metrics\"")
        .contains("<code>0.30000000000000004</code>");
    assertThat(run.report()).contains("NameError: name 'nope' is not defined");
  }

  @Test
  void whatAFailedRunHadComputedIsRecorded() {
    Path template = TestNotebook.of("a = 1", "raise ValueError('no')", "b = 2").in(own);
    RunFiles failed =
        Platen.in(own).run("run", template, "--record=a=a", "--record=b=b").exits(1).run();
    assertThat(MetricJson.read(failed.record().object("metrics")).get("a").value())
        .isEqualTo(new Numeric(1));
    assertThat(failed.record().object("metric_errors").text("b")).startsWith("NameError");
  }

  @Test
  void aKernelThatTheExpressionsEndFailsNothing() {
    Path template = TestNotebook.of("import os").in(own);
    RunFiles lost =
        Platen.in(own)
            .run("run", template, "--record=a=os._exit(3)", "--record=b=1")
            .exits(0)
            .run();
    JsonObject errors = lost.record().object("metric_errors");
    assertThat(errors.text("a")).isEqualTo("the kernel ended");
    assertThat(errors.text("b")).isEqualTo("the kernel ended");
  }
}
