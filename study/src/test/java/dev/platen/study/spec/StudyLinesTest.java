package dev.platen.study.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command line says is read back as a study file says it. */
class StudyLinesTest {
  private static final String WEIRD = "it's \"a\": b # c, {d} [e] %f \\ \t& *g";

  @TempDir private Path dir;
  private final StudyLines lines = new StudyLines();

  private StudySpec read() {
    return StudyReader.read("template: report.ipynb\n" + lines.text(), "the command line", dir);
  }

  private List<String> trials() {
    return read().space().trials().map(Trial::display).toList();
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  private String fixed(String word) {
    StudyLines one = new StudyLines();
    one.assignments("parameters", List.of(word));
    return StudyReader.read("template: r.ipynb\n" + one.text(), "x", dir)
        .space()
        .fixed()
        .values()
        .values()
        .iterator()
        .next()
        .toString();
  }

  @Test
  void parametersMeanWhatTheyMeanToASingleRun() {
    assertThat(fixed("a=8")).contains("IntegerValue").contains("8");
    assertThat(fixed("a=8.0")).contains("FloatValue").contains("8.0");
    assertThat(fixed("a=1e-3")).contains("FloatValue").contains("0.001");
    assertThat(fixed("a=nan")).contains("FloatValue").contains("NaN");
    assertThat(fixed("a=-inf")).contains("FloatValue").contains("-Infinity");
    assertThat(fixed("a=True")).contains("BooleanValue");
    assertThat(fixed("a=null")).contains("NullValue");
    assertThat(fixed("a=")).contains("StringValue").contains("value=]");
    assertThat(fixed("a='\"5\"'")).contains("StringValue");
    assertThat(fixed("a=a, b: c # d}")).contains("StringValue").contains("a, b: c # d}");
    assertThat(fixed("a=two\nlines")).contains("StringValue").contains("two\nlines");
    assertThat(fixed("a=x=y")).contains("StringValue").contains("x=y");
    assertThat(fixed("a=[1, [2]]")).contains("ListValue");
    assertThat(fixed("a={kind: mlp}")).contains("MapValue");
    assertThat(fixed("a=12345678901234567890")).contains("IntegerValue");
  }

  @Test
  void variedValuesAreAListOrSteps() {
    lines.lists(
        "vary", map("hidden", "8,16", "lr", "{log: [0.01, 0.1], steps: 2}", "w", "[[8, 8]]"));
    assertThat(trials())
        .containsExactly(
            "hidden=8, lr=0.01, w=[8, 8]",
            "hidden=8, lr=0.1, w=[8, 8]",
            "hidden=16, lr=0.01, w=[8, 8]",
            "hidden=16, lr=0.1, w=[8, 8]");
  }

  @Test
  void rowsAreAssignmentsOrMappings() {
    lines.rows(
        "together",
        List.of("arch=mlp,widths=[8, 8],note='a,b'", "{arch: cnn, widths: [], note: x}"));
    assertThat(trials())
        .containsExactly(
            "arch='mlp', widths=[8, 8], note='a,b'", "arch='cnn', widths=[], note='x'");
  }

  @Test
  void aTableIsNamedFromTheWorkingFolder() throws IOException {
    Path table = Files.writeString(dir.resolve("a b#c.csv"), "arch\nmlp\n");
    lines.rows("together", List.of(table.toString()));
    assertThat(trials()).containsExactly("arch='mlp'");
    StudyLines relative = new StudyLines();
    relative.rows("together", List.of("rows.csv"));
    assertThat(relative.text()).contains(Path.of("rows.csv").toAbsolutePath().toString());
  }

  @Test
  void samplesRepeatsAndSeeds() {
    lines.values("sample", map("trials", "2", "seed", "1", "wd", "{choice: [1, 2, 3]}"));
    lines.value("repeat", "2");
    lines.seed("seed");
    assertThat(trials()).hasSize(4).allMatch(each -> each.matches("wd=\\d, seed=[01]"));
  }

  @Test
  void seedsCanBeListed() {
    lines.seed("seed=3,14");
    assertThat(trials()).containsExactly("seed=3", "seed=14");
  }

  @Test
  void textStaysAsItIs() {
    lines.texts("record", map("mse", WEIRD, "r2", "a['b: c']"));
    lines.texts("goal", map("mse", "min"));
    lines.texts("inputs", List.of("data/*.csv", "a: #b"));
    lines.texts("report", map("title", WEIRD, "code", "hidden"));
    lines.text("notify", WEIRD);
    lines.value("race", "true");
    StudySpec spec = read();
    assertThat(spec.record()).isEqualTo(map("mse", WEIRD, "r2", "a['b: c']"));
    assertThat(spec.goal()).contains(new Goal("mse", Goal.Direction.MIN));
    assertThat(spec.inputs()).containsExactly("data/*.csv", "a: #b");
    assertThat(spec.report().title()).contains(WEIRD);
    assertThat(spec.notice()).contains(WEIRD);
    assertThat(spec.race()).isTrue();
  }

  @Test
  void aConditionStaysAsItIs() {
    lines.lists("vary", map("arch", "mlp,cnn"));
    lines.text("where", "arch == \"mlp\" or arch == 'a: # b'");
    assertThat(trials()).containsExactly("arch='mlp'");
  }

  @Test
  void whatIsNotGivenIsNoKey() {
    lines.text("where", null);
    lines.value("repeat", null);
    lines.seed(null);
    lines.assignments("parameters", List.of());
    lines.lists("vary", Map.of());
    lines.rows("together", List.of());
    lines.texts("inputs", List.of());
    assertThat(lines.count()).isZero();
  }

  @Test
  void whatIsNoAssignmentOrGivenTwiceIsSaid() {
    for (List<String> words : List.of(List.of("hidden"), List.of("=8"), List.of("a=1", "a=2"))) {
      Fault fault =
          catchThrowableOfType(
              Fault.class, () -> new StudyLines().assignments("parameters", words));
      assertThat(fault.kind()).isEqualTo(FaultKind.USAGE);
      assertThat(fault.describe()).contains("where: ", "found: ", "mend:  ");
    }
  }
}
