package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on paper, as poppler reads it. */
class PdfIT {
  @TempDir private static Path dir;
  private static Path notebook = Path.of("");
  private static List<String> pages = List.of();

  @BeforeAll
  static void print() throws IOException, InterruptedException {
    Ended run = Platen.in(dir).run("run", ReadingNotebook.write(dir)).exits(0);
    notebook = run.run().file("notebook.ipynb");
    Path pdf = dir.resolve("rain.pdf");
    Platen.in(dir).run("html", notebook, "--to", "pdf", "--out", pdf).exits(0);
    pages = List.of(text(pdf).split("\f"));
  }

  private static String text(Path pdf) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }

  private static String all() {
    return String.join("\n", pages);
  }

  @Test
  void pagesHaveNumbers() {
    assertThat(pages).hasSizeBetween(5, 12);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i).replaceAll("\\s", "")).endsWith((i + 1) + "/" + pages.size());
    }
  }

  @Test
  void whatIsReadOnTheScreenIsReadOnPaper() {
    assertThat(pages.get(0)).contains("Rain in the west", "See Figure 1 and Table 1");
    assertThat(all()).contains("Figure 1: Rain by month.", "Table 1: Every station.", "(1)");
    assertThat(all()).contains("import matplotlib.pyplot as plt", "folded code prints");
    assertThat(all()).doesNotContain("Hide code", "Theme:", "Contents", "Skip to");
  }

  @Test
  void aTableOverSeveralPagesHasItsHeadOnEach() {
    long withRows = pages.stream().filter(page -> page.contains("and then wet")).count();
    assertThat(withRows).isGreaterThan(1);
    assertThat(pages)
        .filteredOn(page -> page.matches("(?s).*station \\d\\d +dry and then wet.*"))
        .allMatch(page -> page.matches("(?s).*rain +station +comment.*"));
    for (int i = 0; i < 80; i++) {
      assertThat(all()).contains("station %02d".formatted(i));
    }
  }

  @Test
  void everyColumnOfAWideTableIsThere() {
    for (int i = 0; i < 24; i++) {
      assertThat(all()).containsPattern("column" + i + "\\b").contains("value" + i + "x");
    }
  }

  @Test
  void whatIsFoldedInTheMiddleIsNamed() {
    assertThat(all())
        .contains("line 0\n", "line 299")
        .containsPattern("2\\d\\d more lines .*, not");
  }

  @Test
  void anotherFormatIsRefusedBeforeAnythingIsWritten() {
    Platen.in(dir)
        .run("html", notebook, "--to", "docx", "--out", dir.resolve("x"))
        .exits(2)
        .saysError("no format 'docx'", "command line", "--to docx", "html or pdf");
    assertThat(Files.exists(dir.resolve("x"))).isFalse();
  }
}
