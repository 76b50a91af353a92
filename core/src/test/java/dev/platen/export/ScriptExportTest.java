package dev.platen.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.RawCell;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptExportTest {
  private static Notebook notebook(String language, String extension, Cell... cells) {
    JsonObject info =
        JsonObject.build(
            o ->
                o.put("name", language)
                    .put("file_extension", extension)
                    .put("mimetype", "text/x-" + language));
    return new Notebook(
        List.of(cells), JsonObject.EMPTY.with("language_info", info), JsonObject.EMPTY);
  }

  private static CodeCell code(int count, String source) {
    return CodeCell.of("c", source, JsonObject.EMPTY).withOutputs(OptionalInt.of(count), List.of());
  }

  private static MarkdownCell text(String source) {
    return new MarkdownCell("m", source, JsonObject.EMPTY, Map.of(), JsonObject.EMPTY);
  }

  private static RawCell raw(String source, String type) {
    JsonObject metadata = JsonObject.build(o -> o.put("raw_mimetype", type));
    return new RawCell("r", source, metadata, Map.of(), JsonObject.EMPTY);
  }

  private static final Cell[] CELLS = {
    text("# Title\n\nWords"), code(3, "x = 1"), code(4, "y = 2")
  };

  @Test
  void aPythonScriptHasTheLayoutThatNbconvertGivesIt() {
    assertThat(ScriptExport.of(notebook("python", ".py", CELLS), Set.of()))
        .isEqualTo(
            "#!/usr/bin/env python\n# coding: utf-8\n\n"
                + "# # Title\n# \n# Words\n\n"
                + "# In[3]:\n\n\nx = 1\n\n\n"
                + "# In[4]:\n\n\ny = 2\n\n");
  }

  @Test
  void aCellThatHasNotRunHasABlankNumber() {
    Cell cell = CodeCell.of("c", "x", JsonObject.EMPTY);
    assertThat(ScriptExport.of(notebook("python", ".py", cell), Set.of())).contains("# In[ ]:\n");
  }

  @Test
  void anotherLanguageKeepsItsTextInItsOwnComments() {
    assertThat(ScriptExport.of(notebook("scala", ".sc", CELLS), Set.of()))
        .startsWith("// # Title\n// \n// Words\n\n// In[3]:\n\n\nx = 1\n");
    assertThat(ScriptExport.of(notebook("R", ".r", CELLS), Set.of())).startsWith("# # Title\n");
  }

  @Test
  void aLanguageWithoutKnownCommentsGivesCodeOnly() {
    assertThat(ScriptExport.of(notebook("brainmush", ".bm", CELLS), Set.of()))
        .isEqualTo("x = 1\n\n\ny = 2\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "python, .py, .py",
    "R, .r, .r",
    "julia, '', .jl",
    "unheard, '', .txt",
    "python, /../../x, .py",
    "scala, sc, .sc"
  })
  void theExtensionIsTheKernelsUnlessItIsNone(String language, String said, String expected) {
    assertThat(ScriptExport.extension(notebook(language, said))).isEqualTo(expected);
  }

  @Test
  void partsThatAreLeftOutAreNotThere() {
    Notebook notebook = notebook("python", ".py", CELLS);
    assertThat(ScriptExport.of(notebook, Set.of(Part.PROMPT)))
        .contains("x = 1")
        .doesNotContain("In[");
    assertThat(ScriptExport.of(notebook, Set.of(Part.INPUT)))
        .contains("# Words")
        .doesNotContain("x = 1", "In[");
    assertThat(ScriptExport.of(notebook, Set.of(Part.MARKDOWN_CELL)))
        .contains("x = 1")
        .doesNotContain("Words");
  }

  @Test
  void rawCellsAreCodeOnlyWhenTheyAreMeantForTheLanguage() {
    Notebook notebook =
        notebook(
            "python",
            ".py",
            raw("a = 1", "text/x-python"),
            raw("---", ""),
            raw("<b>", "text/html"));
    assertThat(ScriptExport.of(notebook, Set.of()))
        .contains("\na = 1\n", "\n# ---\n")
        .doesNotContain("<b>");
  }
}
