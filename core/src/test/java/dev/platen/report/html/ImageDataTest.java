package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageDataTest {
  private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB";

  @Test
  void copiesTheBase64OfBitmapsThrough() {
    assertThat(ImageData.bitmap("image/png", PNG).map(ImageUrl::toString))
        .contains("data:image/png;base64," + PNG);
    assertThat(
            ImageData.bitmap("image/png", "iVBORw0KGgoA\nAAANSUhEUgAAAAEAAAAB\n")
                .map(ImageUrl::toString))
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
    assertThat(ImageData.svg("<svg width=\"1\"/>").map(ImageUrl::toString))
        .isPresent()
        .isEqualTo(
            ImageData.svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\"/>")
                .map(ImageUrl::toString));
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

  @Test
  void refusesOtherBitmapsOfTooManyPixelsToo() {
    String exif = "FFD8FFE1 0006 00000000 FF FFDB 0003 00 ";
    assertThat(bitmap("jpeg", exif + "FFC2 0011 08 0100 0200 03")).isPresent();
    assertThat(bitmap("jpeg", exif + "FFC2 0011 08 FFFF FFFF 03")).isEmpty();
    assertThat(bitmap("jpeg", "FFD8FFE0 0010 4A46")).isPresent();
    String bmp = "424D 00000000 00000000 36000000 ";
    assertThat(bitmap("bmp", bmp + "28000000 10000000 F0FFFFFF")).isPresent();
    assertThat(bitmap("bmp", bmp + "28000000 00000100 00000100")).isEmpty();
    assertThat(bitmap("bmp", bmp + "0C000000 FFFF FFFF 00000000")).isEmpty();
    String webp = "52494646 00000000 57454250 ";
    assertThat(bitmap("webp", webp + "56503858 0A000000 00000000 0F0000 0F0000")).isPresent();
    assertThat(bitmap("webp", webp + "56503858 0A000000 00000000 FFFF00 FFFF00")).isEmpty();
    assertThat(bitmap("webp", webp + "56503820 00000000 000000 9D012A 1000 1000")).isPresent();
    assertThat(bitmap("webp", webp + "56503820 00000000 000000 9D012A FF3F FF3F")).isEmpty();
    assertThat(bitmap("webp", webp + "5650384C 00000000 2F 0F C0 03 00 0000000000")).isPresent();
    assertThat(bitmap("webp", webp + "5650384C 00000000 2F FF FF FF 0F 0000000000")).isEmpty();
  }

  private static Optional<ImageUrl> bitmap(String type, String hex) {
    String digits = hex.replace(" ", "");
    String whole = digits + "00".repeat((3 - digits.length() / 2 % 3) % 3);
    return ImageData.bitmap(
        "image/" + type, Base64.getEncoder().encodeToString(HexFormat.of().parseHex(whole)));
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
