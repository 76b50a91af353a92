package dev.platen.parameter.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.PythonProcess;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with Python's own {@code str.format}. */
class PathTemplateIT {
  private static final String FORMAT =
      """
      import json, sys
      from datetime import datetime, timezone
      question = json.load(open(sys.argv[1], encoding='utf-8'))
      pm = {'run_uuid': 'u-1',
            'current_datetime_local': datetime(2026, 11, 6, 7, 4, 9, 12345),
            'current_datetime_utc': datetime(2026, 11, 6, 7, 4, 9, 12345, tzinfo=timezone.utc)}
      def filled(template):
          try:
              return template.format(**{'pm': pm, **question['parameters']})
          except (KeyError, IndexError, ValueError, TypeError, AttributeError, OverflowError):
              return None
      print(json.dumps([filled(t) for t in question['templates']]))
      """;

  private static final Instant NOW = Instant.parse("2026-11-06T07:04:09.012345678Z");

  private static final Parameters PARAMETERS =
      Parameters.of(
          JsonObject.build(
              o ->
                  o.put("n", 42)
                      .put("neg", -1234567)
                      .put("zero", 0)
                      .put("f", 0.6)
                      .put("big", 1.5e300)
                      .put("small", -2.5e-7)
                      .put("half", 2.5)
                      .put("nan", Double.NaN)
                      .put("inf", Double.NEGATIVE_INFINITY)
                      .put("s", "wöörd")
                      .put("yes", true)
                      .put("none", (String) null)
                      .put("list", JsonArray.ofStrings(List.of("a", "b")))
                      .put("map", JsonObject.EMPTY.with("key", new JsonString("v")))));

  private static final List<String> TEMPLATES =
      List.of(
          "plain.ipynb",
          "{n}_{f}_{s}_{yes}_{none}",
          "{n:03d}",
          "{f:.03f}",
          "{{{n}}}",
          "{{}}",
          "{list}",
          "{map}",
          "{list[0]}",
          "{list[1]}",
          "{list[2]}",
          "{list[-1]}",
          "{map[key]}",
          "{map[nokey]}",
          "{map[key]:>5}",
          "{s[0]}",
          "{n[0]}",
          "{zz}",
          "{}",
          "{0}",
          "{",
          "}",
          "{n",
          "n}",
          "{n!r}",
          "{s!r}",
          "{s!a}",
          "{s!s:>10}",
          "{n!x}",
          "{s:>{n}}",
          "{s:{s}}",
          "{none:5}",
          "{none!s:5}",
          "{list:5}",
          "{yes:5}",
          "{yes:d}",
          "{yes!s}",
          "{n:,}",
          "{neg:,}",
          "{neg:_}",
          "{neg:015,}",
          "{neg:016,}",
          "{n:x}",
          "{n:#x}",
          "{n:#010b}",
          "{neg:#X}",
          "{n:c}",
          "{n:.2f}",
          "{n:%}",
          "{n:e}",
          "{n:.3}",
          "{n:*^9}",
          "{n:+}",
          "{n: }",
          "{n:=+9}",
          "{f:%}",
          "{f:.0%}",
          "{f:5.1e}",
          "{f:g}",
          "{big:g}",
          "{big}",
          "{big:.3}",
          "{small:g}",
          "{small}",
          "{small:.10f}",
          "{half:.0f}",
          "{half:#.0f}",
          "{half:.1}",
          "{zero:.3e}",
          "{nan}",
          "{nan:.2f}",
          "{nan:F}",
          "{inf:05}",
          "{inf:e}",
          "{s:.2}",
          "{s:-<8}",
          "{s:d}",
          "{s:=8}",
          "{s:08}",
          "{f:d}",
          "{pm[run_uuid]}",
          "{pm[current_datetime_utc]}",
          "{pm[current_datetime_local]}",
          "{pm[current_datetime_utc]:%Y-%m-%d}",
          "{pm[current_datetime_utc]:%y%m%dT%H%M%S.%f%z %Z}",
          "{pm[current_datetime_utc]:%a %A %b %B %d %I %p %j %U %W %w %u %G %V %c %x %X %% %e %F %T %R %D}",
          "{pm[current_datetime_local]:%-d %z.}",
          "{pm[current_datetime_local].year}/{pm[current_datetime_local].month:02}",
          "{pm[current_datetime_local].nothing}",
          "{pm[nothing]}",
          "{pm[current_datetime_local]!r}",
          "{pm[current_datetime_utc]!r}",
          "{n.real}x{",
          "{n:q}",
          "{n:}}",
          "{map[a:b]}",
          "{ n }",
          "{n:d }");

  @Test
  void fieldsAreFilledAsByPython() throws Exception {
    assertAgrees(TEMPLATES);
  }

  @Test
  void randomSpecificationsAreFollowedAsByPython() throws Exception {
    Random random = new Random(11);
    List<String> names =
        List.of("n", "neg", "zero", "f", "big", "small", "half", "nan", "s", "yes");
    List<String> templates = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      templates.add(
          "{"
              + names.get(random.nextInt(names.size()))
              + ":"
              + one(random, "", "", "*", "é")
              + one(random, "", "<", ">", "^", "=")
              + one(random, "", "", "+", "-", " ")
              + one(random, "", "", "", "#")
              + one(random, "", "", "0")
              + one(random, "", "", "7", "12")
              + one(random, "", "", ",", "_")
              + one(random, "", "", ".0", ".1", ".4", ".12")
              + one(
                  random, "", "d", "b", "o", "x", "X", "e", "E", "f", "F", "g", "G", "n", "s", "%")
              + "}");
    }
    assertAgrees(templates);
  }

  private static String one(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static void assertAgrees(List<String> templates) throws Exception {
    JsonObject question =
        JsonObject.EMPTY
            .with("templates", JsonArray.ofStrings(templates))
            .with("parameters", PARAMETERS.toJson());
    List<JsonValue> expected =
        ((JsonArray) PythonProcess.run(FORMAT, JsonWriter.compactText(question))).values();
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < templates.size(); i++) {
      String python = expected.get(i) instanceof JsonString text ? text.value() : "fault";
      softly.assertThat(ours(templates.get(i))).as(templates.get(i)).isEqualTo(python);
    }
    softly.assertAll();
  }

  private static String ours(String template) {
    try {
      return template(PARAMETERS).fill(template);
    } catch (Fault e) {
      return "fault";
    }
  }

  private static PathTemplate template(Parameters parameters) {
    return new PathTemplate(parameters, new BuiltIns("u-1", NOW, ZoneId.of("UTC")));
  }

  @ParameterizedTest
  @CsvSource({
    "'out_{alhpa}.ipynb', missing parameter 'alhpa', did you mean 'alpha'?",
    "'out_{}.ipynb',      a field without a name,    write '{{'",
    "'out_{alpha.ipynb',  isn't closed,              write '{{'",
    "'out}.ipynb',        closes no field,           write '{{'",
    "'{alpha.real}',      .real,                     [key]",
    "'{alpha:zz}',        no way to write,           :03d"
  })
  void aBadFieldSaysWhatToWrite(String path, String what, String mend) {
    Parameters parameters = Parameters.EMPTY.with("alpha", ParameterValue.of(0.5));
    assertThatThrownBy(() -> template(parameters).fill(path))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.PARAMETER_INVALID);
              assertThat(fault.describe()).contains(what).contains(mend).contains(path);
            });
  }

  @Test
  void aParameterGoesBeforeTheBuiltInOfItsName() {
    Parameters own = Parameters.EMPTY.with("pm", ParameterValue.of("mine"));
    assertThat(template(own).fill("{pm}")).isEqualTo("mine");
  }
}
