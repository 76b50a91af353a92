package dev.platen.parameter.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.fault.Fault;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.PythonProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Compares with PyYAML's safe loader without its timestamps: the one that papermill uses. */
class YamlReaderIT {
  private static final String LOAD =
      """
      import json, sys, yaml
      class Loader(yaml.SafeLoader):
          pass
      Loader.yaml_implicit_resolvers = {
          first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith(':timestamp')]
          for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}
      def keyed(value):
          if isinstance(value, dict):
              return {str(k): keyed(v) for k, v in value.items()}
          return [keyed(v) for v in value] if isinstance(value, list) else value
      def load(text):
          try:
              return [json.loads(json.dumps(keyed(yaml.load(text, Loader))))]
          except Exception as e:
              return str(type(e).__name__)
      print(json.dumps([load(text) for text in json.load(open(sys.argv[1], encoding='utf-8'))]))
      """;

  private static final List<String> SCALARS =
      List.of(
          "yes",
          "Yes",
          "YES",
          "yEs",
          "no",
          "NO",
          "on",
          "On",
          "oN",
          "off",
          "OFF",
          "y",
          "n",
          "Y",
          "true",
          "True",
          "TRUE",
          "tRue",
          "null",
          "Null",
          "NULL",
          "nUll",
          "~",
          "''",
          "None",
          "0",
          "00",
          "007",
          "008",
          "012",
          "-012",
          "0o12",
          "0x1F",
          "0X1F",
          "-0x1f",
          "0b11",
          "0B11",
          "1_000",
          "1__0",
          "_1",
          "1_",
          "+5",
          "-5",
          "--5",
          "1:30",
          "1:30:45",
          "-1:30",
          "1:60",
          "01:30",
          "1:30.5",
          "1e3",
          "1e-3",
          "1.0e3",
          "1.0e+3",
          "1.e+3",
          ".5",
          "-.5",
          "5.",
          "1_0.5_0",
          ".5e+1",
          "1.5E-2",
          "1e400",
          "1.0e+400",
          ".inf",
          "-.inf",
          "+.INF",
          ".Inf",
          ".iNF",
          ".nan",
          ".NaN",
          "-.nan",
          "nan",
          "inf",
          "1.2.3",
          "2024-01-02",
          "2024-01-02 03:04:05",
          "2024-01-02T03:04:05Z",
          "1,000",
          "a b",
          "a#b",
          "a:b",
          "é",
          "😀",
          "'it''s'",
          "\"a\\n\\u00e9\\x41\\U0001F600\"",
          "\"\\ud83d\"",
          "!!str 5",
          "!!int '5'",
          "!!int 0x1F",
          "!!float 5",
          "!!float '1e3'",
          "!!bool yes",
          "!!null x",
          "!!set {a}",
          "!!binary aGk=",
          "!!timestamp 2024-01-02",
          "!!str",
          "! 5",
          "123456789012345678901234567890",
          "0.1",
          "1e",
          "e1",
          "1.e3",
          "- 1",
          "[",
          "*a",
          "&a 5",
          "|\n  a\n  b",
          ">\n  a\n  b",
          "@a",
          "`a",
          "%a",
          "=",
          "<<",
          "?a",
          "-a",
          ":a",
          "!!int abc",
          "[1, 2",
          "{a: 1, b}",
          "[a, [b, {c: d}]]",
          "\"\\q\"",
          "0b",
          "0x",
          "0.",
          "+",
          "-",
          ".",
          "1._5",
          "0b1_0",
          "0x_F",
          "1:3_0",
          "0_7",
          "!!int '1:30'");

  private static final List<String> DOCUMENTS =
      List.of(
          "",
          "# c",
          "---",
          "--- {a: 1}",
          "a: 1\n...\n",
          "a: 1\n---\nb: 2",
          "%YAML 1.1\n---\na: 1",
          "\ufeffa: 1",
          "a:\n  - 1\n  - b: 2\n    c: 3\n",
          "a: 1\n b: 2",
          "\ta: 1",
          "{\"a\":1}",
          "{\"a\": [1, 2.5, \"x\", null, true]}",
          "base: &b {x: 1, y: 2}\na: {<<: *b, y: 3, z: 4}",
          "base: &b {x: 1, y: 2}\na: {z: 0, y: 3, <<: *b}",
          "p: &p {x: 1}\nq: &q {x: 2, y: 3}\na: {<<: [*p, *q]}\nb: {<<: [*q, *p], w: 1}",
          "a: &a [1, 2]\nb: *a\nc: [*a, *a]",
          "2: a\ntrue: b\n1.5: c\nnull: d\n2024-01-02: e",
          "? a\n: b",
          "? [1]\n: 2",
          "a: |\n  x\n   y\n\n",
          "a: >-\n  x\n  y\n",
          "a: 'x\n  y'",
          "a: b: c",
          "a: {b: 1, c}",
          "a: [1, 2,]",
          "a: []\nb: {}",
          "a:\nb: ~",
          "'a b': 1",
          "a : 1",
          "a: 1 # c",
          "a: x # c",
          "a: x#c",
          "a: \"x\\\n  y\"",
          "a: {<<: 5}",
          "a: &x {b: *x}",
          "a: !!seq [1]",
          "a: !!map {b: 1}",
          "a: !foo 1",
          "a: !!python/tuple [1, 2]",
          "a: \u0001",
          "a: \u0085b",
          "[]",
          "{}",
          "false",
          "off",
          "0",
          "0.0",
          "-0.0",
          "''",
          "[0]",
          "1");

  /** What papermill takes for no parameters: {@code yaml.load(text) or {}}. */
  private static final Set<JsonValue> FALSE =
      Set.of(
          JsonNull.NULL,
          JsonBoolean.FALSE,
          JsonNumber.of(0),
          JsonNumber.of(0.0),
          JsonNumber.of(-0.0),
          new JsonString(""),
          JsonArray.EMPTY);

  @Test
  void scalarsAreReadAsByPyYaml() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String scalar : SCALARS) {
      texts.add("x: " + scalar);
      texts.add("x: [" + scalar + "]");
    }
    assertAgrees(texts);
  }

  @Test
  void documentsAreReadAsByPyYaml() throws Exception {
    assertAgrees(DOCUMENTS);
  }

  @Test
  void randomWordsAreReadAsByPyYaml() throws Exception {
    Random random = new Random(7);
    String letters = "0123456789._:eE+-xXbo~naifsyoNtru";
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder word = new StringBuilder("x: ");
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      texts.add(word.toString());
    }
    assertAgrees(texts);
  }

  private static void assertAgrees(List<String> texts) throws Exception {
    String input = JsonWriter.compactText(JsonArray.ofStrings(texts));
    List<JsonValue> expected = ((JsonArray) PythonProcess.run(LOAD, input)).values();
    assertThat(expected).hasSameSizeAs(texts);
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < texts.size(); i++) {
      String python =
          expected.get(i) instanceof JsonArray loaded ? shown(loaded.values().get(0)) : "fault";
      softly.assertThat(ours(texts.get(i))).as(texts.get(i)).isEqualTo(python);
    }
    softly.assertAll();
  }

  private static String ours(String text) {
    try {
      return new MapValue(YamlReader.read(text, "p").values()).display();
    } catch (Fault e) {
      return "fault";
    }
  }

  private static String shown(JsonValue loaded) {
    return switch (loaded.kind()) {
      case OBJECT -> ParameterValue.of(loaded).display();
      default -> FALSE.contains(loaded) ? ParameterValue.of(JsonObject.EMPTY).display() : "fault";
    };
  }
}
