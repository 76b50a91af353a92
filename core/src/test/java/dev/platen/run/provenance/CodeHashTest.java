package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.hash.Sha256;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.StreamOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHashTest {
  private static JsonObject tags(String... tags) {
    return JsonObject.build(o -> o.put("tags", JsonArray.ofStrings(List.of(tags))));
  }

  private static CodeCell code(String source, String... tags) {
    return CodeCell.of("c", source, tags(tags));
  }

  private static MarkdownCell text(String source, String... tags) {
    return new MarkdownCell("m", source, tags(tags), Map.of(), JsonObject.EMPTY);
  }

  private static String hash(Cell... cells) {
    return CodeHash.of(new Notebook(List.of(cells), JsonObject.EMPTY, JsonObject.EMPTY));
  }

  private static final String USUAL = hash(code("lr = 1", "parameters"), code("fit(lr)"));

  @Test
  void itIsTheHashOfCompactJson() {
    String json = "[{\"source\":\"lr = 1\",\"tags\":[\"parameters\"]},{\"source\":\"fit(lr)\",";
    assertThat(USUAL)
        .isEqualTo(Sha256.of((json + "\"tags\":[]}]").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsNotExecutedDoesNotCount() {
    CodeCell ran =
        new CodeCell(
            "other-id",
            "fit(lr)",
            tags("hide-input").with("collapsed", JsonObject.EMPTY),
            OptionalInt.of(7),
            List.of(StreamOutput.of("stdout", "x")),
            JsonObject.EMPTY.with("note", JsonObject.EMPTY));
    Notebook notebook =
        new Notebook(
            List.of(
                text("# Title"),
                code("lr = 1", "parameters", "mine"),
                code(" \n"),
                code("slow()", "skip-execution"),
                ran),
            JsonObject.EMPTY.with("kernelspec", JsonObject.EMPTY),
            JsonObject.EMPTY);
    assertThat(CodeHash.of(notebook)).isEqualTo(USUAL);
  }

  @Test
  void everyCharacterOfCodeCountsAndTheOrder() {
    assertThat(hash(code("lr = 1", "parameters"), code("fit(lr) "))).isNotEqualTo(USUAL);
    assertThat(hash(code("fit(lr)"), code("lr = 1", "parameters"))).isNotEqualTo(USUAL);
    assertThat(hash(code("a\nb"))).isNotEqualTo(hash(code("a"), code("b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"raises-exception", "skip-execution", "injected-parameters"})
  void tagsThatChangeTheExecutionCount(String tag) {
    assertThat(hash(code("lr = 1", "parameters"), code("fit(lr)", tag))).isNotEqualTo(USUAL);
  }

  @Test
  void thePlaceOfTheParametersCountsWhateverCellMarksIt() {
    assertThat(hash(code("a"), code("", "parameters"), code("b")))
        .isNotEqualTo(hash(code("a"), code("b"), code("", "parameters")))
        .isEqualTo(hash(code("a"), text("words", "parameters"), code("b")))
        .isEqualTo(hash(code("a"), text("other words", "parameters"), code("b")));
  }
}
