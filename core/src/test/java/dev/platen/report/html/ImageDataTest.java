package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
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

  @Test
  void refusesPicturesOfNoSizeOrOfMorePixelsThanABrowserHolds() {
    assertThat(ImageData.bitmap("image/png", png(1, 1))).isPresent();
    assertThat(ImageData.bitmap("image/png", png(0, 5))).isEmpty();
    assertThat(ImageData.bitmap("image/png", png(50_000, 50_000))).isEmpty();
    assertThat(ImageData.bitmap("image/png", png(-1, 1))).isEmpty();
    assertThat(ImageData.bitmap("image/png", "iVBORw0KGgo=")).isEmpty();
    assertThat(ImageData.bitmap("image/gif", "R0lGODlhAAABAA==")).isEmpty();
  }

  private static String png(int width, int height) {
    ByteBuffer head = ByteBuffer.allocate(24);
    head.put(Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUg==")).putInt(width).putInt(height);
    return Base64.getEncoder().encodeToString(head.array());
  }

  @Test
  void refusesDrawingsThatAreNoXml() {
    assertThat(ImageData.svg("<svg><g></svg>")).isEmpty();
    assertThat(ImageData.svg("<svg>" + "<g>".repeat(2000) + "</g>".repeat(2000) + "</svg>"))
        .isEmpty();
    assertThat(ImageData.svg("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\"><svg/>"))
        .isPresent();
    String bomb =
        "<!DOCTYPE svg [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]><svg><text>&b;</text></svg>";
    assertThat(ImageData.svg(bomb)).isPresent();
  }
}
