package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalImagesTest {
  private static final byte[] GIF = "GIF89a".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path dir;
  private LocalImages images;

  @BeforeEach
  void makeImages() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("book/figures"));
    Files.write(folder.resolve("a b+c.gif"), GIF);
    Files.writeString(folder.resolve("plot.svg"), "<svg/>");
    Files.writeString(folder.resolve("secret.png"), "password");
    Files.write(dir.resolve("outside.gif"), GIF);
    Files.write(Files.createDirectories(dir.resolve("bookends")).resolve("x.gif"), GIF);
    Files.createSymbolicLink(folder.resolve("link.gif"), dir.resolve("outside.gif"));
    images = new LocalImages(dir.resolve("book"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "figures/a b+c.gif",
        "figures/a%20b+c.gif",
        "./figures/../figures/a b+c.gif?raw=true#x"
      })
  void findsImagesByTheirRelativePath(String source) {
    assertThat(images.resolve(source).map(ImageUrl::toString))
        .contains("data:image/gif;base64,R0lGODlh");
  }

  @Test
  void findsVectorImagesAndWhatLiesInTheAddress() {
    assertThat(images.resolve("figures/plot.svg").map(ImageUrl::toString).orElse(""))
        .startsWith("data:image/svg+xml;");
    assertThat(images.resolve("data:image/gif;base64,R0lGODlh")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.gif",
        "..%2Foutside.gif",
        "../bookends/x.gif",
        "figures/link.gif",
        "figures/secret.png",
        "figures",
        "figures/none.gif",
        "https://e.org/x.gif",
        "//e.org/x.gif",
        "file:figures/plot.svg",
        "%zz",
        "\u0000",
        ""
      })
  void readsNothingElse(String source) {
    assertThat(images.resolve(source)).isEmpty();
    assertThat(images.resolve(dir.resolve("outside.gif").toString())).isEmpty();
  }
}
