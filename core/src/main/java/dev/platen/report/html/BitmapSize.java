package dev.platen.report.html;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How large a bitmap says that it is. A small file can ask a browser for more memory than it has.
 */
final class BitmapSize {
  /** Takes a gigabyte in a browser. */
  private static final long MAX_PIXELS = 250_000_000;

  /** The size of the header that OS/2 wrote. */
  private static final int OLDEST_BMP = 12;

  /** The names of WebP's first chunks, as numbers: VP8X, VP8 and a blank, VP8L. */
  private static final int EXTENDED = 0x58385056;

  private static final int LOSSY = 0x20385056;
  private static final int LOSSLESS = 0x4c385056;

  private BitmapSize() {}

  /**
   * Whether a browser can show a picture of this size; true where nothing tells the size.
   *
   * @param head the file's first bytes
   * @param base64 the whole file
   */
  static boolean isShowable(String mimeType, byte[] head, String base64) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    return switch (mimeType) {
      case "image/png" -> head.length >= 24 && isSane(bytes.getInt(16), bytes.getInt(20));
      case "image/gif" -> head.length < 10 || isSane(little(bytes, 6), little(bytes, 8));
      case "image/bmp" -> head.length < 26 || isSaneBmp(bytes.order(ByteOrder.LITTLE_ENDIAN));
      case "image/webp" -> head.length < 30 || isSaneWebp(bytes.order(ByteOrder.LITTLE_ENDIAN));
      case "image/jpeg" -> JpegSize.pixels(base64) <= MAX_PIXELS;
      default -> true;
    };
  }

  /** A negative height says that the first row is the uppermost. */
  private static boolean isSaneBmp(ByteBuffer bmp) {
    return bmp.getInt(14) == OLDEST_BMP
        ? isSane(little(bmp, 18), little(bmp, 20))
        : isSane(bmp.getInt(18), Math.abs(bmp.getInt(22)));
  }

  /**
   * See <a href="https://developers.google.com/speed/webp/docs/riff_container">the container's
   * format</a>, whose first chunk has the size.
   */
  private static boolean isSaneWebp(ByteBuffer webp) {
    return switch (webp.getInt(12)) {
      case EXTENDED -> isSane((webp.getInt(24) & 0xFFFFFF) + 1, (webp.getInt(26) >>> 8) + 1);
      case LOSSY -> isSane(little(webp, 26) & 0x3FFF, little(webp, 28) & 0x3FFF);
      case LOSSLESS -> {
        int sizes = webp.getInt(21);
        yield isSane((sizes & 0x3FFF) + 1, (sizes >>> 14 & 0x3FFF) + 1);
      }
      default -> true;
    };
  }

  private static int little(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.order(ByteOrder.LITTLE_ENDIAN).getShort(at));
  }

  private static boolean isSane(int width, int height) {
    return width > 0 && height > 0 && (long) width * height <= MAX_PIXELS;
  }
}
