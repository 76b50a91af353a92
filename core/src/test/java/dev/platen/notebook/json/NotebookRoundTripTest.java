package dev.platen.notebook.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.fault.Fault;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.NotebookMutator;
import dev.platen.notebook.RandomNotebooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("property")
class NotebookRoundTripTest {
  private static final int SEEDS = 500;

  @Test
  void whatIsWrittenReadsBackAsTheSameValueAndTheSameBytes() throws IOException {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (JsonObject file : files(seed)) {
        Notebook notebook = NotebookReader.read(JsonWriter.compactBytes(file), "seed " + seed);
        byte[] written = bytes(notebook);
        Notebook again = NotebookReader.read(written, "seed " + seed);
        assertThat(again).as("seed %d", seed).isEqualTo(notebook);
        assertThat(bytes(again)).as("seed %d", seed).isEqualTo(written);
      }
    }
  }

  @Test
  void keysThatNbformatDoesNotKnowSurviveAtEveryLevel() throws IOException {
    String file =
        """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "a",
           "metadata": {
            "x": {
             "y": [
              []
             ]
            }
           },
           "outputs": [
            {
             "name": "stdout",
             "output_type": "stream",
             "text": [],
             "x": "a\\nb"
            }
           ],
           "source": [],
           "x": [
            "a\\n",
            "b"
           ]
          },
          {
           "attachments": {},
           "cell_type": "markdown",
           "id": "b",
           "metadata": {},
           "source": [],
           "x": 1e+16
          }
         ],
         "metadata": {
          "x": null
         },
         "nbformat": 4,
         "nbformat_minor": 5,
         "x": 12345678901234567890
        }
        """;
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    assertThat(bytes(NotebookReader.read(bytes, "x"))).asString().isEqualTo(file);
  }

  @Test
  void aBrokenNotebookGivesAFaultWithARemedyAndNothingElse() {
    int refused = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      for (JsonObject file : files(seed)) {
        byte[] mutant = JsonWriter.compactBytes(new NotebookMutator(random).mutate(file));
        refused += refuses(mutant) ? 1 : 0;
        assertThat(refuses(Arrays.copyOf(mutant, random.nextInt(mutant.length)))).isTrue();
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
        refuses(mutant);
      }
    }
    assertThat(refused).isGreaterThan(SEEDS);
  }

  private static boolean refuses(byte[] file) {
    try {
      NotebookReader.read(file, "mutant");
      return false;
    } catch (Fault fault) {
      assertThat(fault.describe()).contains("\n  where: mutant", "\n  found: ", "\n  mend:  ");
      return true;
    }
  }

  private static JsonObject[] files(int seed) {
    RandomNotebooks random = new RandomNotebooks(seed);
    return new JsonObject[] {random.nbformat3(), random.nbformat4(2), random.nbformat4(5)};
  }

  private static byte[] bytes(Notebook notebook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NotebookWriter.write(notebook, out);
    return out.toByteArray();
  }
}
