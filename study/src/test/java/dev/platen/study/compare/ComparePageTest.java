package dev.platen.study.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ComparePageTest {
  private static String page(Comparison comparison) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ComparePage.write(comparison, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameRunsGiveTheSameBytes() throws IOException {
    assertThat(page(SampleRuns.penguins().comparison()))
        .isEqualTo(page(SampleRuns.penguins().comparison()));
    if (System.getenv("OUT") != null)
      java.nio.file.Files.writeString(
          java.nio.file.Path.of(System.getenv("OUT")), page(SampleRuns.penguins().comparison()));
  }
}
