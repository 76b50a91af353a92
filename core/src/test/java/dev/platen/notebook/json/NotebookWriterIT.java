package dev.platen.notebook.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.RandomNotebooks;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our bytes against those of Python's nbformat, read, upgraded and written by either. */
class NotebookWriterIT {
  private static final int SEEDS = 150;

  @TempDir Path folder;

  @Test
  void handmadeNotebooksComeOutByteForByteAsFromNbformat() throws Exception {
    try (Stream<Path> files = Files.list(resource("/notebooks"))) {
      for (Path file : files.toList()) {
        add(file.getFileName().toString().replace(".ipynb", ""), Files.readAllBytes(file));
      }
    }
    assertSameAsNbformat(8);
  }

  @Test
  void randomNotebooksOfEveryVersionComeOutByteForByteAsFromNbformat() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomNotebooks random = new RandomNotebooks(seed);
      add("v3-" + seed, JsonWriter.compactBytes(random.nbformat3()));
      for (int minor = 0; minor <= 5; minor++) {
        add("v4." + minor + "-" + seed, JsonWriter.compactBytes(random.nbformat4(minor)));
      }
    }
    assertSameAsNbformat(SEEDS * 7);
  }

  private void add(String name, byte[] file) throws IOException {
    Files.write(folder.resolve(name + ".in.ipynb"), file);
    Notebook notebook = NotebookReader.read(file, name);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".out.ipynb"))) {
      NotebookWriter.write(notebook, out);
    }
  }

  private void assertSameAsNbformat(int files) throws Exception {
    PythonOracle.run(resource("/nbformat/upgrade_and_write.py"), folder.toString());
    List<Path> expected;
    try (Stream<Path> all = Files.list(folder)) {
      expected = all.filter(path -> path.toString().endsWith(".expected.ipynb")).toList();
    }
    assertThat(expected).hasSize(files);
    for (Path path : expected) {
      Path ours = Path.of(path.toString().replace(".expected.", ".out."));
      assertThat(Files.readString(ours)).as(ours.toString()).isEqualTo(Files.readString(path));
    }
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(NotebookWriterIT.class.getResource(name).toURI());
  }
}
