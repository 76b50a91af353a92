package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.Notebook;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTest {
  private static String title(JsonObject metadata, String... texts) {
    List<Cell> cells =
        Stream.of(texts)
            .<Cell>map(
                text -> new MarkdownCell("m", text, JsonObject.EMPTY, Map.of(), JsonObject.EMPTY))
            .toList();
    return Title.of(new Notebook(cells, metadata, JsonObject.EMPTY), "file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# The `loss` of *two* [models](x) # | The loss of two models",
        "# Sales & <b>co</b> | Sales & co",
        "# snake_case \\* $x^2$ | snake_case * x^2",
        "# Named {#sec-x} | Named",
        "Underlined\\n== | Underlined",
        "## Second level | file",
        "#hashtag | file",
        "```\\n# a comment\\n``` | file",
        "#  | file",
      })
  void theFirstHeadingIsReadAsMarkdown(String text, String title) {
    assertThat(title(JsonObject.EMPTY, "words", text.replace("\\n", "\n"))).isEqualTo(title);
  }

  @Test
  void theNotebooksOwnTitleGoesFirst() {
    JsonObject metadata = JsonObject.build(o -> o.put("title", "Own"));
    assertThat(title(metadata, "# Heading")).isEqualTo("Own");
  }
}
