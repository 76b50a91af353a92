package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonWriter;
import dev.platen.testkit.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notebooks and parameters from a web server, and back to it. */
class PapermillPlacesIT {
  @TempDir private Path dir;
  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private Platen platen() {
    return Platen.in(dir);
  }

  private Ended papermill(Object... arguments) {
    return platen().run(Stream.concat(Stream.of("papermill"), Stream.of(arguments)).toArray());
  }

  private void serve(TestNotebook notebook) {
    server.put("/in.ipynb", JsonWriter.compactText(notebook.toJson()));
  }

  private TestNotebook template() {
    return new TestNotebook().parameters("a = 1").code("print('a is', a)");
  }

  @Test
  void aNotebookGoesFromServerToServer() {
    serve(template());
    server.put("/p.yaml", "a: 7").failing(200, 503);
    String out = "http://me:hidden@" + server.host() + "/out_{a}.ipynb";
    Ended ended =
        papermill(
            server.url("/in.ipynb"), out, "-f", server.url("/p.yaml"), "--inject-output-path");
    ended.exits(0);
    String written = server.content("/out_7.ipynb");
    assertThat(written).contains("a is 7").contains("\"output_path\": \"http://me:****@");
    assertThat(written).contains("_PATH = \\\"http://" + server.host() + "/out_{a}.ipynb\\\"");
    assertThat(written + ended.err() + ended.out()).doesNotContain("hidden");
    assertThat(platen().temporaryFiles()).isEmpty();
    assertThat(server.asked().stream().filter(asked -> asked.method().equals("PUT")))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/nosuch.ipynb, /out.ipynb, 200, the server's answer: 404",
    "/in.ipynb,     /out.ipynb, 403, the server's answer: 403"
  })
  void whatIsRefusedStartsNoKernel(String in, String out, int status, String found) {
    serve(template());
    server.failing(200, status);
    Ended ended = papermill(server.url(in), server.url(out)).exits(1);
    assertThat(ended.err())
        .contains("error: can't ")
        .contains(found)
        .contains("  mend:  ")
        .doesNotContain("with kernel");
    assertThat(server.has(out)).isFalse();
    assertThat(platen().temporaryFiles()).isEmpty();
  }

  @Test
  void whatCannotBeSavedInTheEndIsKept() throws IOException {
    serve(template());
    // The input, the first saving, and then nothing for ever.
    server.failing(200, 200, 403, 403, 403, 403, 403);
    Ended ended = papermill(server.url("/in.ipynb"), server.url("/out.ipynb")).exits(1);
    assertThat(ended.err()).contains("answer: 403; the notebook was saved as ");
    Path folder = platen().temporaryFiles().get(0);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString())).containsExactly("out.ipynb");
    }
    assertThat(folder.resolve("out.ipynb")).content().contains("a is 1");
  }

  @Test
  void executeWritesBeside() {
    serve(template());
    String in = server.url("/in.ipynb");
    platen().run("execute", in, "--output", "{notebook_name}-done").exits(0);
    assertThat(server.content("/in-done.ipynb")).contains("a is 1").doesNotContain("papermill");
  }
}
