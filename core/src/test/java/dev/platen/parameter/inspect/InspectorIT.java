package dev.platen.parameter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.NastyValues;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.PythonProcess;
import dev.platen.parameter.translate.Translator;
import dev.platen.parameter.translate.Translators;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Compares with Python's own parser. */
class InspectorIT {
  /**
   * For each cell: name, annotation, the default's syntax tree, and the default itself ("-" if it
   * is no literal), in the order of first appearance.
   */
  private static final String PARSE =
      PythonProcess.ENCODED
          + """
      import ast, json, sys
      def literal(node):
          try:
              value = ast.literal_eval(node)
          except Exception:
              sign = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
              call = node.operand if sign else node
              if not (isinstance(call, ast.Call) and ast.unparse(call.func) == 'float'):
                  return '-'
              value = eval(ast.unparse(node))
          return [encoded(value)] if plain(value) and not isinstance(node, ast.BinOp) else '-'
      def plain(value):
          if isinstance(value, dict):
              return all(isinstance(k, str) and plain(v) for k, v in value.items())
          if isinstance(value, (list, tuple)):
              return all(map(plain, value))
          return value is None or isinstance(value, (bool, int, float, str))
      def declarations(source):
          found = {}
          for s in ast.parse(source).body:
              annotation = ''
              if isinstance(s, ast.Assign):
                  targets = s.targets
              elif isinstance(s, ast.AnnAssign):
                  targets = [s.target]
                  a = s.annotation
                  annotation = (a.value if isinstance(a, ast.Constant) and isinstance(a.value, str)
                                else ast.get_source_segment(source, a))
              else:
                  continue
              for t in targets:
                  if isinstance(t, ast.Name):
                      old = found.get(t.id, ('', '', '-'))
                      has = s.value is not None
                      segment = ast.dump(s.value) if has else old[1]
                      found[t.id] = (annotation or old[0], segment,
                                     literal(s.value) if has else old[2])
          return [[name, *rest] for name, rest in found.items()]
      cells = json.load(open(sys.argv[1], encoding='utf-8'))
      print(json.dumps([declarations(cell) for cell in cells]))
      """;

  private static final String DUMP =
      """
      import ast, json, sys
      sources = json.load(open(sys.argv[1], encoding='utf-8'))
      print(json.dumps([ast.dump(ast.parse(f'({s}\\n)', mode='eval').body) if s else ''
                        for s in sources]))
      """;

  private static final List<String> CELLS =
      List.of(
          "a = 1\nb = 2.5\nc = 'x'\nd = None\ne = True",
          "a = 1 # c\nb = \"# no = 1\" # yes = 2",
          "x: str | None = None\ny: np.ndarray = 3\nz: \"Dict[str, int]\" = {}\nw: int",
          "x: Dict[str, Tuple[int, ...]] = {'a': (1,)}  # help",
          "x = [1,\n  2,  # two = 2\n  [3, (4, 5)],\n]\ny = {\n 'a': 1, # b = 2\n 'b': {'c': []},\n}",
          "a = 1; b = 2; c = [';']; d = ';'",
          "a = b = c = 3\nd = e.f = 4\ni[0] = h = 5",
          "a, b = 1, 2\n[c, d] = 3, 4\n*e, f = 5, 6\ng.h = 7\ni[0] = 8\nj = 9",
          "a = 1\na += 1\na == 2\na != 2\na <= 2\na >= 2\nb = a == 1\nc = a <= 1",
          "if a:\n    b = 1\nelse:\n    c = 2\nfor d in e:\n    f = 3\nwhile g: h = 4\nz = 1",
          "try:\n    a = 1\nexcept Exception:\n    b = 2\nwith c as d: e = 1\nz = 1",
          "def f(a=1, b=2):\n    c = 3\nclass D:\n    e: int = 4\n    f = 5\n@g(h=1)\nasync def i(): pass\nz = 1",
          "import a; b = 1\nfrom c import d\nglobal_ = 2\nprint(e=1)\nassert f == 1\nz = 1",
          "f = lambda a=1, b=2: a\ng = h(i=1)\nj = [k for k in l if k == 1]\nm = n if o else p",
          "a = '''x = 1\ny = 2'''\nb = \"\"\"'\"'\n\\\"\"\"\"\"\"\nc = 3",
          "a = r'\\n'\nb = b'x'\nc = rb'x'\nd = f'{x}'\ne = f'{x!r:>{w}}'\ng = u'x'\nh = R'\\''",
          "a = f'{x:\"^9}'\nb = 1\nc = f'{x:{y}\"<{z}}'\nd = 2",
          "a = f'{x[\"k\"]}'\nb = f'{{x=1}}'\nc = f\"\"\"{x}\ny = 2\"\"\"\nd = f'{x:%H:%M}'\ne = 1",
          "a = 'x' 'y'\nb = ('x'\n 'y')\nc = 'x' f'y'\nd = 'x' \\\n  'y'\ne = b'x' b'y'",
          "a = '\\x41\\u00e9\\U0001F600\\101\\0\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\\"\\q\\\nz'",
          "a = '\\N{EM DASH}\\N{LATIN SMALL LETTER E WITH ACUTE}'\nb = '\\ud800'",
          "a = 1_000\nb = 0x_FF\nc = 0o17\nd = 0b1_0\ne = 1e-3\nf = 1_0.5_0e+1_0\ng = .5\nh = 5.\ni = 3j\nj = 1.5J\nk = 0xFFj"
              .replace("\nk = 0xFFj", ""),
          "a = -1\nb = +1\nc = - - 1\nd = -1.5\ne = ~1\nf = not True\ng = -True\nh = 1 - 1\ni = 2 ** 3",
          "a = float('nan')\nb = float(\"inf\")\nc = -float('inf')\nd = float('-inf')\ne = float('Infinity')",
          "a = ()\nb = (1)\nc = (1,)\nd = 1,\ne = 1, 2\nf = (1, 2,)\ng = ((), [])\nh = ('x', )",
          "a = {}\nb = {1: 2}\nc = {'a': 1, 'a': 2}\nd = {'a': 1,}\ne = {1, 2}\nf = {'a': b'x'}\ng = {**h}\ni = [*j]",
          "a = set()\nb = dict()\nc = list()\nd = ...\ne = a\nf = a.b\ng = [a]\nh = {'a': a}\ni = (1, a)",
          "a = 123456789012345678901234567890\nb = 1e400\nc = 5e-324\nd = -0.0\ne = 0",
          "größe = 1\nπ = 2\n_x = 3\nX1 = 4\nmatch = 5\ncase = 6\ntype = 7\n_ = 8",
          "match: int = 5\ntype: str = 'x'\nprint: bool = True",
          "a = 1 + \\\n  2\nb = \\\n  3\nc = (1 +\n  2)",
          "a = x[1:2]\nb = x[1, 2]\nc = {y: z for y in w}\nd = (yield_)\ne = (n := 5)\nf = await_",
          "a: int = 1\na = 2\nb = 1\nb: float\nc: int\nc = 3\nd = 1\nd: str = 'x'",
          "\n\n# only = comments\n\n",
          "a = 1\r\nb = 'x'\r\nc = [1,\r\n 2]\r\n",
          "a\t=\t1\nb =2\nc= 3\nd=4\ne =\f5",
          "a = 'it\\'s'\nb = \"say \\\"hi\\\"\"\nc = '\"'\nd = \"'\"\ne = ''\nf = \"\"\ng = ''''''\nh = \"\"\"\"x\"\"\"",
          "x: Callable[[int], str] = f\ny: Literal['a', 'b'] = 'a'\nz: Annotated[int, Field(gt=0)] = 1\nw: list[int] = [1]",
          "x: 'int' = 1\ny: \"Optional['str']\" = None\nz: typing.List['int'] = []",
          "a = 1 if b else 2\nc = d or 3\ne = 'x' % 1\nf = 'x'.upper()\ng = 'x'[0]\nh = 5 .real");

  private final Inspector python = new PythonInspector();

  @Test
  void findsWhatPythonsParserFinds() throws Exception {
    assertAgrees(CELLS);
  }

  @Test
  void everyLiteralOfTheTranslatorIsReadBack() {
    Translator translator = Translators.of("python");
    NastyValues nasty = new NastyValues(42);
    for (int i = 0; i < 5000; i++) {
      ParameterValue value = nasty.next();
      if (translator.literal(value).contains("0x")) {
        continue;
      }
      List<DeclaredParameter> read = python.inspect(translator.assignment("x", value));

      assertThat(read.get(0).defaultValue()).contains(value);
    }
  }

  @Test
  void everyReprIsReadAsPythonReadsIt() throws Exception {
    NastyValues nasty = new NastyValues(43);
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      String display = nasty.next().display();
      if (!display.matches("(?s).*(nan|inf).*") && display.length() < 4000) {
        cells.add("x = " + display + "  # é = 1");
      }
    }

    assertThat(cells).hasSizeGreaterThan(1000);
    assertAgrees(cells);
  }

  private void assertAgrees(List<String> cells) throws Exception {
    List<List<DeclaredParameter>> ours = cells.stream().map(python::inspect).toList();
    List<String> sources =
        ours.stream().flatMap(List::stream).map(DeclaredParameter::defaultSource).toList();
    Iterator<JsonValue> trees = run(DUMP, sources).iterator();
    Iterator<JsonValue> expected = run(PARSE, cells).iterator();
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < cells.size(); i++) {
      JsonArray shown =
          new JsonArray(ours.get(i).stream().map(p -> shown(p, trees.next())).toList());
      softly.assertThat(text(shown)).as(cells.get(i)).isEqualTo(text(expected.next()));
    }
    softly.assertAll();
    assertThat(expected).isExhausted();
  }

  private static JsonValue shown(DeclaredParameter parameter, JsonValue tree) {
    return new JsonArray(
        List.of(
            new JsonString(parameter.name()),
            new JsonString(parameter.annotation().orElse("")),
            tree,
            parameter
                .defaultValue()
                .<JsonValue>map(value -> new JsonArray(List.of(PythonProcess.encoded(value))))
                .orElse(new JsonString("-"))));
  }

  private static List<JsonValue> run(String program, List<String> texts) throws Exception {
    String input = JsonWriter.compactText(JsonArray.ofStrings(texts));
    List<JsonValue> results = ((JsonArray) PythonProcess.run(program, input)).values();
    assertThat(results).hasSameSizeAs(texts);
    return results;
  }

  private static String text(JsonValue value) {
    return JsonWriter.compactText(value).replace("],[", "],\n[");
  }
}
