package dev.platen.parameter.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.NastyValues;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.PythonProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PythonTranslatorIT {
  /**
   * Runs the source in an empty namespace and prints what it has then: the variables, their repr,
   * and the source's own statements that are not assignments of literals.
   */
  private static final String EVALUATE =
      PythonProcess.ENCODED
          + """
      import ast, json, sys
      source = open(sys.argv[1], encoding='utf-8', newline='').read()
      names = {}
      exec(compile(source, 'cell', 'exec'), names)
      del names['__builtins__']
      def is_literal(node):
          if isinstance(node, ast.UnaryOp):
              node = node.operand
          if isinstance(node, ast.Call):
              return node.func.id == 'float' and all(map(is_literal, node.args))
          if isinstance(node, ast.Dict):
              return all(map(is_literal, node.keys + node.values))
          if isinstance(node, ast.List):
              return all(map(is_literal, node.elts))
          return isinstance(node, ast.Constant)
      code = [ast.dump(s)[:200] for s in ast.parse(source).body
              if not isinstance(s, ast.Assign) or not is_literal(s.value)]
      sys.set_int_max_str_digits(0)
      print(json.dumps({'names': {n: encoded(v) for n, v in names.items()}, 'code': code,
                        'repr': {n: repr(v) for n, v in names.items()}}))
      """;

  private final Translator python = Translators.of("python");

  @Test
  void everyValueComesBackAndNoneBecomesCode() throws Exception {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    NastyValues nasty = new NastyValues(20261124);
    for (int i = 0; i < 5000; i++) {
      values.put("p" + i, nasty.next());
    }

    assertSurvives(new Parameters(values));
  }

  @Test
  void aStringOfTenMillionCharactersComesBack() throws Exception {
    assertSurvives(
        Parameters.EMPTY.with("big", ParameterValue.of("\"\\\nx😀é'".repeat(10_000_000 / 8))));
  }

  @Test
  void everyCharacterComesBack() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x10000; c++) {
      // Separated, so that no two surrogates become one character.
      all.append((char) c).append('|');
    }

    assertSurvives(Parameters.EMPTY.with("all", ParameterValue.of(all.toString())));
  }

  @Test
  void namesOutsideOfAsciiArePythonsToo() throws Exception {
    assertSurvives(
        Parameters.EMPTY
            .with("größe", ParameterValue.of(1))
            .with("π", ParameterValue.of(3.14))
            .with("match", ParameterValue.of("soft keyword"))
            .with("_", ParameterValue.of("")));
  }

  private void assertSurvives(Parameters parameters) throws Exception {
    Notebook empty = new Notebook(List.of(), JsonObject.EMPTY, JsonObject.EMPTY);
    String source = InjectedParameters.apply(empty, parameters, python).cells().get(0).source();

    JsonObject result = (JsonObject) PythonProcess.run(EVALUATE, source);

    assertThat(result.array("code")).isEmpty();
    JsonObject names = result.object("names");
    assertThat(names.members().keySet()).isEqualTo(parameters.values().keySet());
    parameters
        .values()
        .forEach(
            (name, value) -> {
              // isTrue: a message with ten million characters helps no one.
              assertThat(PythonProcess.encoded(value).equals(names.value(name)))
                  .as(() -> name + ": " + clip(value))
                  .isTrue();
              assertThat(
                      name.equals("all")
                          || result.object("repr").text(name).equals(value.display()))
                  .as(() -> "repr of " + name + ": " + clip(value))
                  .isTrue();
            });
  }

  private static String clip(ParameterValue value) {
    String text = value.display();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
