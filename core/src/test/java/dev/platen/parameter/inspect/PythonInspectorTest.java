package dev.platen.parameter.inspect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterType;
import dev.platen.parameter.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonInspectorTest {
  private final Inspector python = new PythonInspector();

  /** Shown: name, annotation, type, default's source, default's value, help. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "lr = 0.01  # learning rate¦lr|-|float|0.01|0.01|learning rate",
        "lr: float = 1¦lr|float|float|1|1|",
        "s = \"a=b # no\"  # yes¦s|-|str|\"a=b # no\"|'a=b # no'|yes",
        "x = 5  # type: int how many¦x|int|int|5|5|how many",
        "x = {}  # type: Dict[str, int] map¦x|Dict[str, int]|Dict[str, int]|{}|{}|map",
        "x = 5  # type: ignore[foo] why¦x|-|int|5|5|why",
        "x: str | None = None¦x|str | None|str | None|None|None|",
        "x: np.ndarray = make(3, k=4)¦x|np.ndarray|np.ndarray|make(3, k=4)|-|",
        "x: \"Dict[str, int]\" = {}¦x|Dict[str, int]|Dict[str, int]|{}|{}|",
        "x: int  # required¦x|int|int||-|required",
        "x = (8, 8)¦x|-|tuple|(8, 8)|[8, 8]|",
        "x = 1, 2¦x|-|tuple|1, 2|[1, 2]|",
        "x = None¦x|-|None|None|None|",
        "x = f'{a}'¦x|-|-|f'{a}'|-|",
        "x = b'a'¦x|-|-|b'a'|-|",
        "x = lambda y=1, z=2: y == z¦x|-|-|lambda y=1, z=2: y == z|-|",
        "x = y == 3¦x|-|-|y == 3|-|",
        "x = - 1_0¦x|-|int|- 1_0|-10|",
        "x = -float('inf')¦x|-|float|-float('inf')|-inf|",
        "x = 1 + 1¦x|-|-|1 + 1|-|",
        "x = 3j¦x|-|-|3j|-|",
        "x = {1: 2}¦x|-|-|{1: 2}|-|",
        "x = !echo \"it's\"¦x|-|-|!echo \"it's\"|-|",
      })
  void readsADeclaration(String source, String expected) {
    assertThat(shown(source)).isEqualTo(expected);
  }

  @Test
  void readsAWholeCell() {
    String source =
        """
        %matplotlib inline
        !pip install x=1
        # Parameters of the model
        import numpy as np; seed = 0
        hidden: list[int] = [
            8,  # first
            8,  # second
        ]  # units per layer
        a = b = "s"; c = 'd'  # last only
        text = \"""two = 2
        three = 3\"""
        long = 1 + \\
            2
        if debug:
            lr = 1
        for i in x: j = 3
        def f(k=1):
            inner = 2
        p, q = 1, 2
        x.y = 3
        x[0] = 4
        seed += 1
        seed == 2
        print(end="")
        seed = 7  # random
        """;

    assertThat(shown(source))
        .isEqualTo(
            """
            seed|-|int|7|7|random
            hidden|list[int]|list[int]|[
                8,  # first
                8,  # second
            ]|[8, 8]|units per layer
            a|-|str|"s"|'s'|
            b|-|str|"s"|'s'|
            c|-|str|'d'|'d'|last only
            text|-|str|\"""two = 2
            three = 3\"""|'two = 2\\nthree = 3'|
            long|-|-|1 + \\
                2|-|""");
  }

  @Test
  void aLaterAssignmentKeepsAnEarlierAnnotationAndHelp() {
    assertThat(shown("x: int = 1  # how many\nx = 2")).isEqualTo("x|int|int|2|2|how many");
    assertThat(shown("x = 1\nx: float")).isEqualTo("x|float|float|1|1|");
  }

  @Test
  void aCommentInsideOfAValueIsNoHelp() {
    assertThat(python.inspect("x = [\n  1,  # inner\n]").get(0).help()).isEmpty();
  }

  @Test
  void aCellThatIsIndentedAsAWholeIsRead() {
    assertThat(shown("  a = 1\n\n  if a:\n    b = 2\n  c = 3"))
        .isEqualTo("a|-|int|1|1|\nc|-|int|3|3|");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x = ",
        "= 3",
        "x = 'abc",
        "x = \"\"\"abc",
        "x = [1, 2",
        "x = )",
        "x: = 3",
        ": 3",
        "x = '\\",
        "x = 'a\\",
        "x = f'{",
        "x = f'{a:{b:{",
        "\\",
        "x = 0x",
        "x = .",
        "\u0000",
        "x = \ud83d",
        ";;;",
        "x = '\\N{'",
        "x = '\\U00110000'",
      })
  void neverFailsOnBrokenSource(String source) {
    assertThat(python.inspect(source)).isNotNull();
  }

  @Test
  void neverFailsOnDeepSource() {
    for (String open :
        List.of("[", "(", "{", "-", "f'{", "f\"{f'{", "f'{:{", "Optional[", "not ")) {
      assertThat(python.inspect("x = " + open.repeat(20_000))).hasSize(1);
      assertThat(python.inspect("x: " + open.repeat(20_000))).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "int¦INTEGER",
        "Optional[int]¦INTEGER NULL",
        "typing.Optional[float]¦FLOAT NULL",
        "int | None¦INTEGER NULL",
        "Union[int, str | None]¦INTEGER NULL STRING",
        "List[int]¦LIST",
        "tuple[int, ...]¦LIST",
        "Dict[str, List[int]]¦MAP",
        "'int | str'¦INTEGER STRING",
        "Optional['str']¦NULL STRING",
        "Annotated[int, 'a, b']¦INTEGER",
        "Literal['a', 'b', 3]¦INTEGER STRING",
        "Literal[X.A]¦''",
        "np.ndarray¦''",
        "np.int¦''",
        "Any¦''",
        "int | Path¦''",
        "Optional[Any]¦''",
        "Optional¦''",
        "int |¦INTEGER",
        "[¦''",
        "int[¦''",
        "int str¦''",
      })
  void annotationsSayWhatAParameterTakes(String annotation, String expected) {
    ParameterType type = PythonTypes.declared(annotation);

    assertThat(type.accepts().stream().map(Enum::name).sorted().collect(joining(" ")))
        .isEqualTo(expected.equals("''") ? "" : expected);
    assertThat(type.inferred()).isFalse();
  }

  @Test
  void readsTheFirstParametersCellOnlyOfALanguageItKnows() {
    JsonObject tagged = JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of("parameters")));
    CodeCell other = CodeCell.of("a", "no = 1", JsonObject.EMPTY);
    CodeCell first = CodeCell.of("b", "yes = 1", tagged);
    CodeCell second = CodeCell.of("c", "late = 1", tagged);
    MarkdownCell prose = new MarkdownCell("d", "x = 1", tagged, Map.of(), JsonObject.EMPTY);
    Notebook notebook =
        new Notebook(List.of(other, first, second), JsonObject.EMPTY, JsonObject.EMPTY);

    assertThat(Inspectors.declared(notebook, "python").orElseThrow())
        .extracting(DeclaredParameter::name)
        .containsExactly("yes");
    assertThat(Inspectors.declared(notebook)).isEmpty();
    assertThat(Inspectors.declared(notebook.withCells(List.of(other)), "python")).isEmpty();
    assertThat(Inspectors.declared(notebook.withCells(List.of(prose)), "python"))
        .isEqualTo(Optional.of(List.of()));
  }

  private String shown(String source) {
    return python.inspect(source).stream()
        .map(
            p ->
                String.join(
                    "|",
                    p.name(),
                    p.annotation().orElse("-"),
                    p.type().map(ParameterType::name).orElse("-"),
                    p.defaultSource(),
                    p.defaultValue().map(ParameterValue::display).orElse("-"),
                    p.help()))
        .collect(joining("\n"));
  }
}
