package dev.platen.notebook.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NotebookFaultsTest {
  @Test
  void allFaultsOfANotebookAreSaidAtOnce() {
    assertThat(
            fault(
                """
                {"nbformat": 4, "nbformat_minor": 4, "metadata": {},
                 "cells": [{"cell_type": "code", "source": 1, "metadata": {}, "outputs": [
                  {"output_type": "stream", "name": "stdout"}]}]}
                """))
        .isEqualTo(
            """
            error: the notebook doesn't follow nbformat 4
              where: report.ipynb
              found: 2 faults
                cells[0].source: must be a string or an array of strings, not 1
                cells[0].outputs[0].text: is missing
              mend:  correct these places, or let Jupyter open the notebook and save it again""");
  }

  @Test
  void anOldNotebookIsCheckedAgainOnceItIsUpgraded() {
    assertThat(
            fault(
                """
                {"nbformat": 3, "nbformat_minor": 0, "metadata": {},
                 "worksheets": [{"cells": [{"cell_type": "markdown"}]}]}
                """))
        .isEqualTo(
            """
            error: the notebook doesn't follow nbformat 4 when upgraded from 3
              where: report.ipynb
              found: 1 fault
                cells[0].source: is missing
              mend:  correct these places, or let Jupyter open the notebook and save it again""");
    assertThat(fault("{\"nbformat\": 3, \"metadata\": {}}"))
        .contains("doesn't follow nbformat 3\n", "    worksheets: is missing\n");
  }

  @Test
  void anEmptyFileIsCalledEmpty() {
    assertThat(fault(""))
        .isEqualTo(
            """
            error: the file is not a notebook
              where: report.ipynb
              found: an empty file
              mend:  check that the notebook was saved or copied completely""");
    assertThat(fault(" \n")).contains("found: a file of blanks\n");
  }

  @Test
  void aFileThatIsSomethingElseIsCalledByItsName() {
    assertThat(fault("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n"))
        .isEqualTo(
            """
            error: the file is not a notebook
              where: report.ipynb
              found: a Git LFS pointer in place of the file, which begins with \
            'version https://git-lfs.github.com/spec/v1 oid sha256:4d7a s…'
              mend:  run 'git lfs pull'""");
    assertThat(fault("\n<!DOCTYPE html>\n<html>")).contains("found: an HTML page, which begins");
    assertThat(fault("#!/usr/bin/env python\n")).contains("found: a Python script, which begins");
    assertThat(fault("# %%\nx = 1\n")).contains("found: a Python script, which begins");
    assertThat(fault("import numpy as np\n")).contains("found: a Python script, which begins");
    assertThat(fault("<<<<<<< HEAD\n{\n")).contains("found: a merge that was never finished");
    assertThat(fault("PK\u0003\u0004\u0000"))
        .contains("found: a compressed file, which begins with 'PK\uFFFD\uFFFD\uFFFD'\n");
    assertThat(fault("\u001f\b")).contains("found: a compressed file, which begins");
  }

  @Test
  void brokenJsonIsSaidWithLineAndColumn() {
    assertThat(fault("{\n \"cells\": [],\n}"))
        .isEqualTo(
            """
            error: the file is not a notebook
              where: report.ipynb:3:1
              found: not JSON: Unexpected character ('}' (code 125)): was expecting double-quote \
            to start field name, which begins with '{ "cells": [], }'
              mend:  mend the JSON there, or take an earlier copy of the notebook""");
  }

  @Test
  void aNotebookCutOffOrHalfMergedIsRecognized() {
    assertThat(fault("{\"cells\": [{\"source\": [\"x")).contains("mend:  the file ends too early");
    assertThat(fault("{\"cells\": [\n<<<<<<< HEAD\n")).contains("2:1\n", "(<<<<<<<)");
    assertThat(fault("%PDF-1.4")).contains("mend:  give the path of a notebook, an .ipynb file");
  }

  @Test
  void otherJsonIsDescribed() {
    assertThat(fault("[1, 2]"))
        .isEqualTo(
            """
            error: the file is JSON, but not a notebook
              where: report.ipynb
              found: a JSON array of 2
              mend:  give the path of a notebook, an .ipynb file""");
    assertThat(fault("{}")).contains("found: an empty JSON object\n");
    assertThat(fault("\"x\"")).contains("found: a JSON string\n");
    assertThat(fault("{\"name\": \"x\", \"paragraphs\": []}"))
        .contains("found: a JSON object without 'nbformat', with the keys 'name', 'paragraphs'\n");
    assertThat(fault("{\"cells\": [], \"metadata\": {}}"))
        .contains("mend:  add \"nbformat\": 4 and \"nbformat_minor\": 5 if it is one");
  }

  @Test
  void otherVersionsAreRefusedWithTheWayOut() {
    assertThat(fault("{\"nbformat\": 2, \"worksheets\": []}"))
        .isEqualTo(
            """
            error: the notebook's format can't be read
              where: report.ipynb
              found: nbformat 2
              mend:  convert it: jupyter nbconvert --to notebook --nbformat 4 'report.ipynb'""");
    assertThat(fault("{\"nbformat\": 5}"))
        .contains("found: nbformat 5\n", "mend:  save it as nbformat 4, or use a newer Platen");
    assertThat(fault("{\"nbformat\": \"4\"}"))
        .contains("found: nbformat \"4\"\n", "mend:  nbformat must be the number 4");
    assertThat(fault("{\"nbformat\": 4294967300}")).contains("found: nbformat 4294967300\n");
  }

  private static String fault(String file) {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> NotebookReader.read(file.getBytes(StandardCharsets.UTF_8), "report.ipynb"));
    assertThat(fault.kind()).isEqualTo(FaultKind.NOTEBOOK_INVALID);
    return fault.describe();
  }
}
