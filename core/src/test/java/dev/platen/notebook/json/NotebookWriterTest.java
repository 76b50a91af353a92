package dev.platen.notebook.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.MarkdownCell;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.StreamOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NotebookWriterTest {
  private static final String EXPECTED =
      """
      {
       "cells": [
        {
         "cell_type": "code",
         "execution_count": 1,
         "id": "c",
         "metadata": {},
         "outputs": [
          {
           "name": "stdout",
           "output_type": "stream",
           "text": []
          },
          {
           "data": {
            "application/json": 1.0,
            "image/png": "AA\\nBB",
            "text/plain": [
             "a\\n",
             "b\\n"
            ]
           },
           "metadata": {},
           "output_type": "display_data"
          }
         ],
         "source": [
          "x = 'é'\\n",
          "x"
         ]
        },
        {
         "attachments": {
          "f": {
           "image/svg+xml": [
            "<svg>\\n",
            "</svg>"
           ]
          }
         },
         "cell_type": "markdown",
         "id": "a",
         "metadata": {},
         "source": [
          "t"
         ]
        }
       ],
       "extra": true,
       "metadata": {
        "title": "T"
       },
       "nbformat": 4,
       "nbformat_minor": 5
      }
      """;

  @Test
  void aNotebookIsWrittenAsNbformatWritesIt() throws IOException {
    Map<String, JsonValue> data = new LinkedHashMap<>();
    data.put("text/plain", new JsonString("a\nb\n"));
    data.put("image/png", new JsonString("AA\nBB"));
    data.put("application/json", JsonNumber.of(1.0));
    CodeCell code =
        CodeCell.of("c", "x = 'é'\nx", JsonObject.EMPTY)
            .withOutputs(
                OptionalInt.of(1),
                List.of(
                    StreamOutput.of("stdout", ""),
                    DisplayData.of(new MimeBundle(data), JsonObject.EMPTY)));
    MarkdownCell text =
        new MarkdownCell(
            "a",
            "t",
            JsonObject.build(m -> m.put("trusted", true)),
            Map.of("f", MimeBundle.ofText("image/svg+xml", "<svg>\n</svg>")),
            JsonObject.EMPTY);
    assertThat(
            write(
                new Notebook(
                    List.of(code, text),
                    JsonObject.build(m -> m.put("signature", "s").put("title", "T")),
                    JsonObject.build(x -> x.put("extra", true)))))
        .isEqualTo(EXPECTED);
  }

  @Test
  void linesEndWherePythonEndsThem() throws IOException {
    String source = "a\rb\r\nc\u000bd\fe\u001cf\u001dg\u001eh\u0085i\u2028j\u2029k\u001fl\tm\n\n";
    Cell cell = CodeCell.of("a", source, JsonObject.EMPTY);
    String written = write(new Notebook(List.of(cell), JsonObject.EMPTY, JsonObject.EMPTY));
    assertThat(written.substring(written.indexOf("\"source\"")))
        .startsWith(
            """
            "source": [
                "a\\r",
                "b\\r\\n",
                "c\\u000b",
                "d\\f",
                "e\\u001c",
                "f\\u001d",
                "g\\u001e",
                "h%s",
                "i%s",
                "j%s",
                "k\\u001fl\\tm\\n",
                "\\n"
               ]
            """
                .stripTrailing()
                .formatted("\u0085", "\u2028", "\u2029"));
  }

  private static String write(Notebook notebook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NotebookWriter.write(notebook, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
