package dev.platen.notebook.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.fault.Issue;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NotebookValidatorTest {
  /** As Altair's own renderer sends it: JSON under a name that doesn't say so. */
  @Test
  void anObjectOfAnyMimeTypeIsTaken() throws JsonSyntaxException {
    assertThat(
            issues(
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                  {"id": "a", "cell_type": "code", "source": "", "metadata": {}, "outputs": [
                    {"output_type": "display_data", "metadata": {},
                     "data": {"application/vnd.vegalite.v6.json": {"mark": "point"}}}]}]}
                """))
        .isEmpty();
  }

  @Test
  void everyFaultIsNamedWithItsPlaceInTheFilesOrder() throws JsonSyntaxException {
    assertThat(
            issues(
                """
                {"nbformat": 4, "nbformat_minor": 5,
                 "metadata": {"kernelspec": {"name": 3}, "authors": "me", "language_info": null},
                 "cells": [
                  {"cell_type": "heading", "source": "x", "metadata": {}},
                  {"id": "a b", "cell_type": "markdown", "source": ["x", 1],
                   "metadata": {"tags": ["a", "a", "b,c", ""], "name": ""}},
                  {"id": "c", "cell_type": "code", "metadata": {"collapsed": 1, "scrolled": "no",
                   "execution": {"x": 1}}, "execution_count": 1.0, "outputs": null},
                  {"id": "d", "cell_type": "raw", "source": "", "metadata": {"format": false},
                   "attachments": {"a.png": {"image/png": 5}, "b": 1}},
                  {"metadata": {}},
                  "cell"
                 ]}
                """))
        .isEqualTo(
            """
            metadata.kernelspec.name: must be a string, not 3
            metadata.authors: must be an array, not 'me'
            metadata.language_info: must be an object, not null
            cells[0].cell_type: must be one of code, markdown, raw, not 'heading'
            cells[1].id: must be 1 to 64 letters, digits, '-' or '_', not 'a b'
            cells[1].source[1]: must be a string, not 1
            cells[1].metadata.tags[2]: must be a tag without commas, not 'b,c'
            cells[1].metadata.tags[3]: must be a tag without commas, not ''
            cells[1].metadata.tags[1]: is there twice
            cells[1].metadata.name: must be a line of text, not ''
            cells[2].source: is missing
            cells[2].metadata.collapsed: must be true or false, not 1
            cells[2].metadata.scrolled: must be true, false or 'auto', not 'no'
            cells[2].metadata.execution.x: must be a string, not 1
            cells[2].execution_count: must be an integer from 0 on, or null, not 1.0
            cells[2].outputs: must be an array, not null
            cells[3].metadata.format: must be a string, not false
            cells[3].attachments["a.png"]["image/png"]: must be a string or an array of strings, \
            not 5
            cells[3].attachments.b: must be an object, not 1
            cells[4].cell_type: is missing
            cells[5]: must be an object, not 'cell'""");
  }

  @Test
  void outputsAreCheckedByTheirType() throws JsonSyntaxException {
    assertThat(
            issues(
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
                  {"id": "c", "cell_type": "code", "source": "", "metadata": {}, "outputs": [
                    {"output_type": "stream", "text": null},
                    {"output_type": "pyout"},
                    {"output_type": "error", "ename": "E", "evalue": 1, "traceback": "t"},
                    {"output_type": "display_data", "metadata": [], "data": {"text/html": 1,
                     "application/json": 1, "application/vnd.x+json": null}},
                    {"output_type": "execute_result", "execution_count": -1}, 7]}]}
                """))
        .isEqualTo(
            """
            cells[0].outputs[0].name: is missing
            cells[0].outputs[0].text: must be a string or an array of strings, not null
            cells[0].outputs[1].output_type: must be one of display_data, error, execute_result, \
            stream, not 'pyout'
            cells[0].outputs[2].evalue: must be a string, not 1
            cells[0].outputs[2].traceback: must be an array, not 't'
            cells[0].outputs[3].metadata: must be an object, not an array
            cells[0].outputs[3].data["text/html"]: must be a string or an array of strings, not 1
            cells[0].outputs[4].data: is missing
            cells[0].outputs[4].execution_count: must be an integer from 0 on, or null, not -1
            cells[0].outputs[5]: must be an object, not 7""");
  }

  @Test
  void anEmptyObjectLacksAllFourKeys() throws JsonSyntaxException {
    assertThat(issues("{}"))
        .isEqualTo(
            """
            metadata: is missing
            nbformat: is missing
            nbformat_minor: is missing
            cells: is missing""");
  }

  @Test
  void whatJupyterMendsIsNoFault() throws JsonSyntaxException {
    assertThat(
            issues(
                """
                {"nbformat": 4, "nbformat_minor": 5, "unknown": 1,
                 "metadata": {"orig_nbformat": "x", "kernelspec": {}, "language_info": {}},
                 "cells": [
                  {"cell_type": "code", "source": "", "metadata": {}, "unknown": 1},
                  {"id": "a", "cell_type": "code", "source": "", "metadata": {}, "outputs": [
                    {"output_type": "display_data", "data": {}, "transient": {}},
                    {"output_type": "execute_result", "data": {}}]},
                  {"id": "a", "cell_type": "raw", "source": "", "metadata": {}}]}
                """))
        .isEmpty();
  }

  @Test
  void aRuleHoldsOnlySinceItsMinorVersion() throws JsonSyntaxException {
    String notebook =
        """
        {"nbformat": 4, "nbformat_minor": %d, "metadata": {"title": 1},
         "cells": [{"id": "", "cell_type": "code", "source": "", "outputs": [],
          "execution_count": null, "metadata": {"jupyter": 1, "execution": 1}}]}
        """;
    String title = "metadata.title: must be a string, not 1";
    String jupyter = "cells[0].metadata.jupyter: must be an object, not 1";
    String execution = "cells[0].metadata.execution: must be an object, not 1";
    String id = "cells[0].id: must be 1 to 64 letters, digits, '-' or '_', not ''";
    assertThat(issues(notebook.formatted(1))).isEmpty();
    assertThat(issues(notebook.formatted(2))).isEqualTo(title);
    assertThat(issues(notebook.formatted(3))).isEqualTo(title + "\n" + jupyter);
    assertThat(issues(notebook.formatted(4)))
        .isEqualTo(String.join("\n", title, jupyter, execution));
    assertThat(issues(notebook.formatted(9)))
        .isEqualTo(String.join("\n", title, id, jupyter, execution));
  }

  @Test
  void countersBeyond32BitsAreRefusedUnlikeInTheSchema() throws JsonSyntaxException {
    assertThat(
            issues(
                """
                {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [{"cell_type": "code",
                 "source": "", "metadata": {}, "outputs": [], "execution_count": 2147483648}]}
                """))
        .isEqualTo(
            "cells[0].execution_count: must be an integer from 0 on, or null, not 2147483648");
  }

  @Test
  void ofNbformat3TheFrameIsChecked() throws JsonSyntaxException {
    JsonObject notebook =
        read(
            """
            {"worksheets": [{"cells": [{"cell_type": "heading", "level": 0}, 1,
              {"cell_type": "code", "outputs": [{}], "metadata": 1}]}, {}, []]}
            """);
    assertThat(text(NotebookValidator.checkNbformat3(notebook)))
        .isEqualTo(
            """
            metadata: is missing
            worksheets[0].cells[0].level: must be an integer from 1 on, not 0
            worksheets[0].cells[1]: must be an object, not 1
            worksheets[0].cells[2].outputs[0].output_type: is missing
            worksheets[0].cells[2].metadata: must be an object, not 1
            worksheets[1].cells: is missing
            worksheets[2]: must be an object, not an array""");
  }

  private static String issues(String notebook) throws JsonSyntaxException {
    return text(NotebookValidator.check(read(notebook)));
  }

  private static JsonObject read(String notebook) throws JsonSyntaxException {
    return (JsonObject) JsonReader.read(notebook);
  }

  private static String text(List<Issue> issues) {
    return issues.stream().map(Issue::toString).collect(Collectors.joining("\n"));
  }
}
