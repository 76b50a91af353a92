package dev.platen.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.NotebookMutator;
import dev.platen.notebook.json.NotebookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A real notebook, broken in many ways: a report comes of it, or a fault, and nothing else. */
class MutatedNotebookTest {
  private static final byte[] NOTEBOOK = read();

  private static byte[] read() {
    try (InputStream in = MutatedNotebookTest.class.getResourceAsStream("rich.ipynb")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void bytesThatAreOtherBytes() {
    int reports = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] file = NOTEBOOK.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(file.length);
        // Two in three are letters, so that most files can be read and something comes of them.
        file[at] = (byte) (seed % 3 == 0 ? random.nextInt() : 'A' + random.nextInt(26));
      }
      reports += report(file, "bytes, seed " + seed) ? 1 : 0;
    }
    assertThat(reports).isBetween(10, 299);
  }

  @Test
  void filesCutOffOrPutTogetherWrongly() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(NOTEBOOK, 0, random.nextInt(NOTEBOOK.length));
      if (random.nextBoolean()) {
        int from = random.nextInt(NOTEBOOK.length);
        file.write(NOTEBOOK, from, NOTEBOOK.length - from);
      }
      report(file.toByteArray(), "pieces, seed " + seed);
    }
  }

  @Test
  void valuesOfAnotherShape() throws Exception {
    JsonObject notebook = (JsonObject) JsonReader.read(NOTEBOOK);
    for (int seed = 0; seed < 300; seed++) {
      NotebookMutator mutator = new NotebookMutator(new Random(seed));
      JsonObject mutated = notebook;
      for (int i = 0; i < 1 + seed % 4; i++) {
        mutated = mutator.mutate(mutated);
      }
      report(JsonWriter.compactBytes(mutated), "values, seed " + seed);
    }
  }

  /** In the metadata, and so in the widgets' state, nearly everything is allowed. */
  @Test
  void metadataOfAnotherShape() throws Exception {
    JsonObject notebook = (JsonObject) JsonReader.read(NOTEBOOK);
    int reports = 0;
    for (int seed = 0; seed < 150; seed++) {
      NotebookMutator mutator = new NotebookMutator(new Random(seed));
      JsonObject metadata = notebook.object("metadata");
      for (int i = 0; i < 20; i++) {
        metadata = mutator.mutate(metadata);
      }
      JsonObject mutated = notebook.with("metadata", metadata);
      reports += report(JsonWriter.compactBytes(mutated), "metadata, seed " + seed) ? 1 : 0;
    }
    assertThat(reports).isBetween(10, 149);
  }

  /** Whether a report came of it. */
  private static boolean report(byte[] file, String how) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      Notebook notebook = NotebookReader.read(file, "report.ipynb");
      new HtmlReport(ReportOptions.DEFAULT)
          .write(new ReportContent(notebook, "Report", Optional.empty()), page);
    } catch (Fault fault) {
      assertThat(fault.kind()).as(how).isEqualTo(FaultKind.NOTEBOOK_INVALID);
      assertThat(fault.describe()).as(how).contains("where: ", "found: ", "mend: ");
      return false;
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(how, e);
    }
    assertThat(page.toString(StandardCharsets.UTF_8)).as(how).endsWith("</html>\n");
    return true;
  }
}
