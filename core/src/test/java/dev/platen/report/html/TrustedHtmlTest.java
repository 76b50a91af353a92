package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustedHtmlTest {

  /** Each of these says at the place why its markup is safe; a new one needs the same care. */
  @Test
  void isVouchedForInFewPlaces() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/platen"))) {
      assertThat(
              sources
                  .filter(path -> path.toString().endsWith(".java"))
                  .filter(path -> read(path).contains("vouchedFor"))
                  .map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "TrustedHtml.java",
              "HtmlWriter.java",
              "MarkdownRenderer.java",
              "MathmlRenderer.java",
              "PageAssets.java",
              "AuthorHtml.java",
              "FrameWriter.java");
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
