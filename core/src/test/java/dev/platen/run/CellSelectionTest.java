package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellSelectionTest {
  /** Cells 1 to 9; ids are their numbers behind a c. */
  private static final Notebook NOTEBOOK =
      notebook(
          code("parameters"),
          text("# Data"),
          code("slow"),
          code("plot"),
          text("## Cleaning\n```\n# no heading\n```"),
          code(),
          text("# Plots ##"),
          code("plot"),
          code("slow", "plot"));

  private static JsonObject tags(String... tags) {
    return JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of(tags)));
  }

  private static Cell code(String... tags) {
    return CodeCell.of("", "1", tags(tags));
  }

  private static Cell text(String source) {
    return new MarkdownCell("", source, JsonObject.EMPTY, Map.of(), JsonObject.EMPTY);
  }

  private static Notebook notebook(Cell... cells) {
    List<Cell> named = new ArrayList<>();
    for (Cell cell : cells) {
      String id = "c" + (named.size() + 1);
      named.add(
          cell instanceof CodeCell code
              ? CodeCell.of(id, code.source(), code.metadata())
              : new MarkdownCell(id, cell.source(), cell.metadata(), Map.of(), JsonObject.EMPTY));
    }
    return new Notebook(named, JsonObject.EMPTY, JsonObject.EMPTY);
  }

  private static CellSelection selection(String skip, String only, String from, String until) {
    return new CellSelection(
        skip == null ? Set.of() : Set.of(skip.split(" ")),
        only == null ? Set.of() : Set.of(only.split(" ")),
        Optional.ofNullable(from),
        Optional.ofNullable(until));
  }

  @ParameterizedTest
  @CsvSource({
    // skip, only, from,     until,     what isn't run
    "      ,     ,         ,          , ''",
    "slow  ,     ,         ,          , c3 c9",
    "      , plot,         ,          , c3 c6",
    "slow  , plot,         ,          , c3 c6 c9",
    "      ,     , 4       ,          , c3",
    "      ,     , c6      ,          , c3 c4",
    "      ,     , plot    ,          , c3",
    "      ,     , Plots   ,          , c3 c4 c6",
    "      ,     , # plots ,          , c3 c4 c6",
    "      ,     ,         , 4        , c6 c8 c9",
    "      ,     ,         , Data     , c8 c9",
    "      ,     ,         , Cleaning , c8 c9",
    "      ,     ,         , slow     , ''",
    "      ,     , 4       , 6        , c3 c8 c9",
    "parameters, ,         ,          , c1"
  })
  void cellsAreChosen(String skip, String only, String from, String until, String leftOut) {
    assertThat(selection(skip, only, from, until).leftOut(NOTEBOOK, "n.ipynb"))
        .containsExactlyInAnyOrder(leftOut.isEmpty() ? new String[0] : leftOut.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    ",, 10,,      no cell is called '10',      number from 1 to 9",
    ",,, nothing, no cell is called 'nothing', number from 1 to 9",
    ", polt,,,    no cell is tagged 'polt',    name a tag",
    ",, 9, 8,     no cell would be run,        choose other cells",
    ",, no heading,, no cell is called 'no heading', heading"
  })
  void whatIsNotThereIsSaid(
      String skip, String only, String from, String until, String what, String mend) {
    assertThatThrownBy(() -> selection(skip, only, from, until).leftOut(NOTEBOOK, "n.ipynb"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.USAGE);
              assertThat(fault.describe()).contains(what).contains(mend);
            });
  }

  @Test
  void theNoteNumbersCellsAsPeopleDo() {
    CellSelection some = selection("slow", null, null, "4");
    assertThat(some.note(NOTEBOOK, some.leftOut(NOTEBOOK, "n")).orElseThrow())
        .startsWith("not run (--skip-tag slow --until 4): cells 3, 6, 8, 9;");
    assertThat(CellSelection.ALL.note(NOTEBOOK, Set.of())).isEmpty();
  }

  @Test
  void partOfATemplateNeverPassesForTheWhole() {
    Template template = new Template(java.nio.file.Path.of("/t"), NOTEBOOK, "", Optional.empty());
    assertThat(template.codeSha256(Set.of())).isEqualTo(template.codeSha256());
    assertThat(template.codeSha256(Set.of("c3"))).isNotEqualTo(template.codeSha256());
  }
}
