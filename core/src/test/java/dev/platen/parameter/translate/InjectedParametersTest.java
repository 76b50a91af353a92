package dev.platen.parameter.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedParametersTest {
  private static final Parameters SOME =
      Parameters.EMPTY
          .with("lr", ParameterValue.of(0.01))
          .with("activation", ParameterValue.of("relu"));

  @ParameterizedTest
  @CsvSource({
    "- -, INJECTED 0 1",
    "- parameters - parameters, 0 1 INJECTED 2 3",
    "parameters injected-parameters -, 0 INJECTED 2",
    "injected-parameters parameters -, INJECTED 1 2",
    "parameters - injected-parameters injected-parameters, 0 1 INJECTED 3",
    "'', INJECTED",
  })
  void placesTheCellAsPapermillDoes(String tags, String expected) {
    Notebook result = InjectedParameters.apply(notebook(tags), SOME);

    assertThat(
            result.cells().stream()
                .map(cell -> cell.source().startsWith("# Param") ? "INJECTED" : cell.source()))
        .containsExactly(expected.split(" "));
  }

  @Test
  void theCellHasOneTagAndEndsWithALineFeed() {
    Cell cell = InjectedParameters.apply(notebook("parameters"), SOME).cells().get(1);

    assertThat(cell.source()).isEqualTo("# Parameters\nlr = 0.01\nactivation = \"relu\"\n");
    assertThat(JsonWriter.compactText(cell.metadata()))
        .isEqualTo("{\"tags\":[\"injected-parameters\"]}");
    assertThat(((CodeCell) cell).executionCount()).isEmpty();
  }

  @Test
  void theIdIsTheSameInEveryRunUnlessItIsTaken() {
    Notebook template = notebook("parameters");
    Notebook once = InjectedParameters.apply(template, SOME);
    String id = once.cells().get(1).id();
    Notebook again = InjectedParameters.apply(once, SOME.with("n", ParameterValue.of(1)));

    assertThat(id).matches("[0-9a-f]{8}");
    assertThat(again.cells().get(1).id()).isEqualTo(id);
    Cell thief = CodeCell.of(id, "", JsonObject.EMPTY);
    assertThat(
            InjectedParameters.apply(template.withCells(List.of(thief)), SOME).cells().get(0).id())
        .matches("[0-9a-f]{8}")
        .isNotEqualTo(id);
  }

  @Test
  void withoutParametersNothingIsDone() {
    Notebook stale = notebook("parameters injected-parameters");

    assertThat(InjectedParameters.apply(stale, Parameters.EMPTY)).isSameAs(stale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x = 1; import os; y", "for", "2x", "", "a-b", "a.b", "x\n", "x\u200b"})
  void aNameThatIsNoneIsAFault(String name) {
    Parameters bad = Parameters.EMPTY.with(name, ParameterValue.of(1));

    assertThatThrownBy(() -> InjectedParameters.apply(notebook("-"), bad))
        .isInstanceOf(Fault.class)
        .hasMessage("'" + name + "' can't be the name of a parameter");
  }

  @Test
  void aLanguageWithoutTranslatorIsAFault() {
    Notebook cobol =
        notebook("-")
            .withMetadata(
                JsonObject.build(
                    m ->
                        m.put(
                            "kernelspec",
                            JsonObject.build(
                                k -> k.put("name", "cobol-85").put("language", "COBOL")))));

    assertThatThrownBy(() -> InjectedParameters.apply(cobol, SOME))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.describe())
                    .isEqualTo(
                        """
                        error: parameters can't be written in 'cobol'
                          where: template, metadata.language_info.name and metadata.kernelspec
                          found: cobol
                          mend:  use a template in one of: .net-csharp, .net-fsharp, .net-powershell, \
                        bash, c#, clojure, csharp, f#, fsharp, go, groovy, haskell, java, javascript, \
                        julia, kotlin, lua, matlab, octave, perl, powershell, pwsh, python, r, ruby, \
                        rust, scala, sql, typescript; or run it without parameters"""));
  }

  /** Cells with one tag each ({@code -} for none), whose source is their index. */
  private static Notebook notebook(String tags) {
    String[] each = tags.isEmpty() ? new String[0] : tags.split(" ");
    List<Cell> cells =
        IntStream.range(0, each.length)
            .<Cell>mapToObj(i -> CodeCell.of("c" + i, "" + i, tagged(each[i])))
            .toList();
    JsonObject python =
        JsonObject.EMPTY.with(
            "language_info", JsonObject.build(info -> info.put("name", "python")));
    return new Notebook(cells, python, JsonObject.EMPTY);
  }

  private static JsonObject tagged(String tag) {
    return tag.equals("-")
        ? JsonObject.EMPTY
        : JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of(tag, "other")));
  }
}
