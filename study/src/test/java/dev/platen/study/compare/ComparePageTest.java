package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import dev.platen.study.label.RunMark;
import dev.platen.study.ledger.BrokenFolder;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.MadeRun;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.RunInputs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparePageTest {
  private static final String HOSTILE = "</td><script>alert(1)</script>\" onload='x";

  private static String page(Comparison comparison) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ComparePage.write(comparison, new PageCache(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Without style and script. */
  private static String body(SampleRuns sample) throws IOException {
    String page = page(sample.comparison());
    return page.substring(page.indexOf("<body>"));
  }

  @Test
  void theSameRunsGiveTheSameBytesWhateverTheirOrder() throws IOException {
    SampleRuns sample = SampleRuns.penguins();
    String page = page(sample.comparison());
    Collections.reverse(sample.runs);
    assertThat(page(sample.comparison())).isEqualTo(page);
  }

  @Test
  void theVerdictIsSaidFirstWithWhatItRestsOn() throws IOException {
    String body =
        body(
            new SampleRuns("mse", true, "seed")
                .point("mlp-16", .35, .33, .41, .31, .33)
                .point("mlp-32", .30, .31, .35, .29, .28));
    assertThat(body)
        .contains(
            "mlp-32 better than mlp-16: mse lower by 0.040, 95 % interval 0.017 to 0.063, 5 seeds")
        .contains(
            "Best of 2 points by mse (less is better): <strong>mlp-32</strong>, mean 0.306,"
                + " standard deviation 0.027. Wilcoxon's signed-rank test against the next best: p"
                + " 0.062.");
    assertThat(body.indexOf("verdict")).isLessThan(body.indexOf("<table"));
  }

  @Test
  void withoutAGoalNoPointIsCalledBest() throws IOException {
    String body = body(new SampleRuns("", true, "seed").point("a", 1, 2).point("b", 3, 4));
    assertThat(body).contains("No point is called best").doesNotContain("class=\"mark\"");
    assertThat(body).contains("1.50 ± 0.71");
  }

  @Test
  void whatPeopleNotedIsInTheTablesOfPointsAndOfRuns() throws IOException {
    SampleRuns sample = new SampleRuns("mse", true, "seed").point("a", 1, 2).point("b", 3, 4);
    assertThat(body(sample)).doesNotContain(">Labels<");
    Map<String, RunMark> marks =
        Map.of(
            sample.runs.get(0).id(), new RunMark(List.of("base", HOSTILE), "", true),
            sample.runs.get(1).id(), new RunMark(List.of("base"), "seen <twice>", false));
    String page = page(sample.comparison(run -> marks.getOrDefault(run.id(), RunMark.NONE)));
    String body = page.substring(page.indexOf("<body>"), page.lastIndexOf("page-data"));
    String hostile = HOSTILE.replace("<", "&lt;").replace(">", "&gt;");
    assertThat(body.split(">Labels<", -1)).hasSize(3);
    assertThat(body)
        .containsOnlyOnce("aria-label=\"starred\">★ 1</span>")
        .containsOnlyOnce("aria-label=\"starred\">★</span>")
        .contains("<span class=\"label\">" + hostile + "</span> <span class=\"label\">base</span>")
        .contains("<td>seen &lt;twice&gt;</td>")
        .doesNotContain("<script>alert");
  }

  @Test
  void pointsThatRanOnceHaveNoTableOfGroups() throws IOException {
    String body = body(new SampleRuns("mse", true, "seed").point("a", 1).point("b", 3));
    assertThat(body).doesNotContain("id=\"points\"").contains("one repeat each proves nothing");
  }

  @Test
  void whatFailedIsShownWithItsErrorAndWhatRunsHasNoLink() throws IOException {
    String body = body(SampleRuns.penguins());
    assertThat(body)
        .contains(
            "<code>ValueError: loss is nan after epoch 31, try a smaller learning rate</code>")
        .contains("1 not ended")
        .contains("1 run is superseded");
    assertThat(body.split("<a href=\"arch%3Dresnet%2Chidden%3D32%2Cseed%3D4", -1)).hasSize(1);
    assertThat(body.split("<a href=\"arch%3Dresnet%2Chidden%3D32%2Cseed%3D3", -1)).hasSize(2);
  }

  @Test
  void linksAreRelativeAndEscapedPartByPart() throws IOException {
    SampleRuns sample = new SampleRuns("", true);
    sample.run("widths=[8,16],a+b #1?", Parameters.EMPTY, RunStatus.SUCCEEDED, Map.of(), 0, "");
    assertThat(body(sample))
        .contains("href=\"widths%3D%5B8%2C16%5D%2Ca%2Bb%20%231%3F%7E255s/report.html\"");
  }

  @Test
  void nothingOfTheUsersIsMarkup() throws IOException {
    SampleRuns sample = new SampleRuns(HOSTILE, true, "seed");
    for (int i = 0; i < 4; i++) {
      Parameters parameters =
          new Parameters(
              Map.of(
                  "p" + HOSTILE,
                  ParameterValue.of(HOSTILE + i % 2),
                  "seed",
                  ParameterValue.of(i / 2)));
      Map<String, MetricValue> metrics =
          Map.of(
              HOSTILE, new MetricValue.Numeric(i), "text" + HOSTILE, new MetricValue.Text(HOSTILE));
      sample.run("x", parameters, RunStatus.SUCCEEDED, metrics, 0, HOSTILE);
    }
    String body = body(sample);
    assertThat(body).doesNotContain("<script>").contains("&lt;script&gt;alert(1)");
  }

  @Test
  void otherTemplatesHaveASectionOfTheirOwn() throws IOException {
    SampleRuns sample = new SampleRuns("mse", true, "seed").point("a", 1, 2).point("b", 3, 4);
    PastRun one = sample.runs.get(0);
    sample.runs.add(
        new PastRun(
            new RunFolder(SampleRuns.DIR.resolve("eda~abcdef")),
            one.status(),
            true,
            "",
            "Exploration",
            "notebooks/eda.ipynb",
            Parameters.EMPTY,
            Optional.empty(),
            Map.of(),
            one.started(),
            3,
            one.peakMemory(),
            "",
            RunInputs.NONE));
    assertThat(body(sample))
        .contains("<h1 id=\"title\">penguins</h1>")
        .contains("<h2 id=\"title-2\">eda</h2>")
        .contains("Template notebooks/eda.ipynb");
  }

  @Test
  void whatCantBeReadIsShown() throws IOException {
    RunFolder folder = new RunFolder(SampleRuns.DIR.resolve("x=1~aaaaaa"));
    BrokenFolder broken = new BrokenFolder(folder, "run.json is no JSON");
    String page =
        page(new Comparison(SampleRuns.DIR, List.of(), r -> false, List.of(broken), List.of()));
    assertThat(page).contains("No runs yet.", "x=1~aaaaaa", "run.json is no JSON");
  }

  @Test
  void aCopyOfARunInAnotherFolderIsNoRepeatOfIt(@TempDir Path dir) throws IOException {
    List<Ledger> ledgers = new ArrayList<>();
    for (String runs : List.of("one", "two")) {
      MadeRun.of(dir, "a~aaaaaa").started(1).in(dir.resolve(runs));
      MadeRun.of(dir, "b~bbbbbb").started(runs.length() + ledgers.size()).in(dir.resolve(runs));
      ledgers.add(Ledger.read(dir.resolve(runs)));
    }
    ComparePages.Written written = ComparePages.update(ledgers, dir);
    assertThat(written.runs()).isEqualTo(3);
    assertThat(written.notCounted())
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.folder().path()).isEqualTo(dir.resolve("two/a~aaaaaa"));
              assertThat(copy.why())
                  .isEqualTo("a copy: the run lies in " + dir.resolve("one") + " too");
            });
  }

  @Test
  void tenThousandRunsAreAFewMegabytes() throws IOException {
    SampleRuns sample = new SampleRuns("mse", true, "seed");
    for (int point = 0; point < 2000; point++) {
      double level = point * 0.001;
      sample.point("model-" + point, level, level + 0.1, level + 0.2, level - 0.1, level - 0.2);
    }
    assertThat(sample.runs).hasSize(10_000);
    assertThat(page(sample.comparison()).length()).isLessThan(6_000_000);
  }
}
