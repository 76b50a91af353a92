package dev.platen.notebook.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNull;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.RawCell;
import dev.platen.notebook.StreamOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NotebookReaderTest {
  private static final String NOTEBOOK =
      """
      {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": "ir"}},
       "top": 1,
       "cells": [
        {"id": "a", "cell_type": "markdown", "metadata": {"tags": ["x"]}, "mine": [],
         "source": ["# A\\n", "b"], "attachments": {"f": {"text/plain": ["1", "2"]}}},
        {"id": "b", "cell_type": "raw", "metadata": {}, "source": "r"},
        {"id": "c", "cell_type": "code", "metadata": {}, "source": [], "execution_count": 3,
         "outputs": [
          {"output_type": "stream", "name": "stderr", "text": ["a\\n", "b"], "x": null},
          {"output_type": "display_data", "metadata": {"m": 1},
           "data": {"image/png": ["AA", "BB"], "application/json": ["x", "y"]}},
          {"output_type": "execute_result", "execution_count": null, "metadata": {},
           "data": {}},
          {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t", "u"]}]}]}
      """;

  @Test
  void everyPartOfANotebookBecomesAValue() {
    Notebook notebook = read(NOTEBOOK);
    JsonObject tags = JsonObject.build(m -> m.put("tags", JsonArray.ofStrings(List.of("x"))));
    assertThat(notebook)
        .isEqualTo(
            new Notebook(
                List.of(
                    new MarkdownCell(
                        "a",
                        "# A\nb",
                        tags,
                        Map.of("f", MimeBundle.ofText("text/plain", "12")),
                        JsonObject.build(x -> x.put("mine", JsonArray.EMPTY))),
                    new RawCell("b", "r", JsonObject.EMPTY, Map.of(), JsonObject.EMPTY),
                    CodeCell.of("c", "", JsonObject.EMPTY)
                        .withOutputs(
                            OptionalInt.of(3),
                            List.of(
                                new StreamOutput(
                                    "stderr",
                                    new JsonString("a\nb"),
                                    JsonObject.build(x -> x.put("x", JsonNull.NULL))),
                                DisplayData.of(
                                    new MimeBundle(
                                        Map.of(
                                            "image/png",
                                            new JsonString("AABB"),
                                            "application/json",
                                            JsonArray.ofStrings(List.of("x", "y")))),
                                    JsonObject.build(m -> m.put("m", 1))),
                                new ExecuteResult(
                                    OptionalInt.empty(),
                                    MimeBundle.EMPTY,
                                    JsonObject.EMPTY,
                                    JsonObject.EMPTY),
                                ErrorOutput.of("E", "v", List.of("t", "u"))))),
                JsonObject.build(
                    m -> m.put("kernelspec", JsonObject.build(k -> k.put("name", "ir")))),
                JsonObject.build(x -> x.put("top", JsonNumber.of(1)))));
  }

  @Test
  void whatIsMissingAndJupyterWouldMendIsFilledIn() {
    Notebook notebook =
        read(
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
              {"cell_type": "code", "metadata": {}, "source": "x"}]}
            """);
    CodeCell cell = (CodeCell) notebook.cells().get(0);
    assertThat(cell).isEqualTo(CodeCell.of(cell.id(), "x", JsonObject.EMPTY));
  }

  @Test
  void transientKeysAreDropped() {
    Notebook notebook =
        read(
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {"orig_nbformat": 3,
             "orig_nbformat_minor": 0, "signature": "s", "kept": 1}, "cells": [
              {"id": "a", "cell_type": "raw", "metadata": {"trusted": true, "kept": 1},
               "source": ""}]}
            """);
    JsonObject kept = JsonObject.build(m -> m.put("kept", 1));
    assertThat(notebook.metadata()).isEqualTo(kept);
    assertThat(notebook.cells().get(0).metadata()).isEqualTo(kept);
  }

  @Test
  void idsAreMadeFromIndexAndSourceAndGoodOnesAreKept() {
    String cells =
        """
        {"nbformat": 4, "nbformat_minor": %d, "metadata": {}, "cells": [
          {"cell_type": "raw", "metadata": {}, "source": "same"},
          {"cell_type": "raw", "metadata": {}, "source": ["sa", "me"]},
          {"id": "mine", "cell_type": "raw", "metadata": {}, "source": ""},
          {"id": "mine", "cell_type": "raw", "metadata": {}, "source": ""}]}
        """;
    List<String> ids = ids(cells.formatted(5));
    assertThat(ids).doesNotHaveDuplicates().hasSize(4).element(2).isEqualTo("mine");
    assertThat(List.of(ids.get(0), ids.get(1), ids.get(3)))
        .allMatch(id -> id.matches("[0-9a-f]{8}"));
    assertThat(ids(cells.formatted(4))).isEqualTo(ids);
  }

  @Test
  void aMadeIdNeverMeetsOneThatALaterCellHas() {
    String cells =
        """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
          {"cell_type": "raw", "metadata": {}, "source": "x"},
          {"id": "%s", "cell_type": "raw", "metadata": {}, "source": "y"}]}
        """;
    String made = ids(cells.formatted("other")).get(0);
    assertThat(ids(cells.formatted(made))).doesNotHaveDuplicates().element(1).isEqualTo(made);
  }

  @Test
  void beforeIdsWereKnownABadOneIsNoFault() {
    assertThat(
            ids(
                """
                {"nbformat": 4, "nbformat_minor": 0, "metadata": {}, "cells": [
                  {"id": "not an id", "cell_type": "raw", "metadata": {}, "source": "x"}]}
                """))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{8}");
  }

  @Test
  void aLaterMinorVersionIsReadByTheRulesOfTheNewest() {
    Notebook notebook =
        read(
            """
            {"nbformat": 4, "nbformat_minor": 9, "metadata": {}, "cells": [
              {"id": "a", "cell_type": "raw", "metadata": {}, "source": "x", "new": true}]}
            """);
    assertThat(notebook.cells().get(0).extra().isTrue("new")).isTrue();
  }

  @Test
  void nbformat3KeepsTextThatOnlyClaimsToBeJson() {
    Notebook notebook =
        read(
            """
            {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [
              {"cell_type": "code", "input": "", "language": "python", "outputs": [
                {"output_type": "display_data", "json": "{not json"}]}]}]}
            """);
    DisplayData output = (DisplayData) ((CodeCell) notebook.cells().get(0)).outputs().get(0);
    assertThat(output.data()).isEqualTo(MimeBundle.ofText("application/json", "{not json"));
  }

  private static List<String> ids(String notebook) {
    return read(notebook).cells().stream().map(Cell::id).toList();
  }

  private static Notebook read(String notebook) {
    return NotebookReader.read(notebook.getBytes(StandardCharsets.UTF_8), "report.ipynb");
  }
}
