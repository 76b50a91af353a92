package dev.platen.notebook.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.NotebookMutator;
import dev.platen.report.HtmlReport;
import dev.platen.report.ReportContent;
import dev.platen.report.ReportOptions;
import dev.platen.storage.WholeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a notebook doesn't depend on whether its outputs stay in the file. */
class LargeNotebookTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir private Path dir;

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Test
  void reportAndNotebookAreTheSameBytes() throws IOException {
    assertThat(notebooks()).hasSizeGreaterThan(5);
    for (Path file : notebooks()) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(inParts(bytes)).as("%s", file).isEqualTo(whole(bytes));
      assertThat(whole(bytes)).as("%s", file).contains("</html>");
    }
  }

  @Test
  void brokenNotebooksAreRefusedInTheSameWords() throws Exception {
    byte[] rich = Files.readAllBytes(RESOURCES.resolve("dev/platen/report/rich.ipynb"));
    JsonObject notebook = (JsonObject) JsonReader.read(rich);
    int refused = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      byte[] file = JsonWriter.compactBytes(new NotebookMutator(random).mutate(notebook));
      if (seed % 3 == 0) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      String expected = whole(file);
      assertThat(inParts(file)).as("seed %d", seed).isEqualTo(expected);
      refused += expected.startsWith("error: ") ? 1 : 0;
    }
    assertThat(refused).isBetween(20, 149);
  }

  @Test
  void ofANotebookThatIsChangedMeanwhileThereIsNoReport() throws IOException {
    Path file = dir.resolve("x.ipynb");
    Path report = dir.resolve("x.html");
    byte[] rich = Files.readAllBytes(RESOURCES.resolve("dev/platen/report/rich.ipynb"));
    Files.write(file, rich);
    try (FileChannel channel = FileChannel.open(file)) {
      Notebook notebook = NotebookReader.readFrame(channel, "x.ipynb");
      Arrays.fill(rich, rich.length / 2, rich.length, (byte) ' ');
      Files.write(file, rich);
      ReportContent content = new ReportContent(notebook, "Report", Optional.empty());
      HtmlReport renderer = new HtmlReport(ReportOptions.DEFAULT);
      assertThatThrownBy(() -> WholeFile.write(report, out -> renderer.write(content, out)))
          .isInstanceOfSatisfying(
              Fault.class,
              fault -> assertThat(fault.describe()).contains("was changed while it was read"));
    }
    assertThat(dir.toFile().list()).containsExactly("x.ipynb");
  }

  private static String whole(byte[] bytes) throws IOException {
    try {
      return written(NotebookReader.read(bytes, "x.ipynb"));
    } catch (Fault fault) {
      return fault.describe();
    }
  }

  private String inParts(byte[] bytes) throws IOException {
    Path file = dir.resolve("x.ipynb");
    Files.write(file, bytes);
    try (FileChannel channel = FileChannel.open(file)) {
      return written(NotebookReader.readFrame(channel, "x.ipynb"));
    } catch (Fault fault) {
      return fault.describe();
    }
  }

  /** The notebook, then its report. */
  private static String written(Notebook notebook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NotebookWriter.write(notebook, out);
    new HtmlReport(ReportOptions.DEFAULT)
        .write(new ReportContent(notebook, "Report", Optional.empty()), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
