package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageDataTest {
  private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB";

  @Test
  void copiesTheBase64OfBitmapsThrough() {
    assertThat(ImageData.bitmap("image/png", PNG)).contains("data:image/png;base64," + PNG);
    assertThat(ImageData.bitmap("image/png", "iVBORw0KGgoA\nAAANSUhEUgAAAAEAAAAB\n"))
        .contains("data:image/png;base64," + PNG);
  }

  @Test
  void refusesWhatIsNotBase64OrNotThatKindOfImage() {
    assertThat(ImageData.bitmap("image/jpeg", PNG)).isEmpty();
    assertThat(ImageData.bitmap("image/png", PNG + "\"onerror=x")).isEmpty();
    assertThat(ImageData.bitmap("image/png", "iVBORw0KGgo=AAAA")).isEmpty();
    assertThat(ImageData.bitmap("image/png", "")).isEmpty();
    assertThat(ImageData.bitmap("text/html", "PGI+")).isEmpty();
  }

  @Test
  void givesVectorImagesTheirNamespace() {
    assertThat(ImageData.svg("<svg width=\"1\"/>"))
        .isEqualTo(ImageData.svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\"/>"));
    assertThat(ImageData.svg("no image")).isEmpty();
  }
}
