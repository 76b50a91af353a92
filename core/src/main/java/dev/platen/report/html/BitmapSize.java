package dev.platen.report.html;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How large a bitmap says that it is. A small file can ask a browser for more memory than it has.
 */
final class BitmapSize {
  /** Takes a gigabyte in a browser. */
  private static final long MAX_PIXELS = 250_000_000;

  private BitmapSize() {}

  /**
   * Whether a browser can show a picture of this size; true where the size isn't in the beginning.
   *
   * @param head the file's first bytes
   */
  static boolean isShowable(String mimeType, byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    return switch (mimeType) {
      case "image/png" -> head.length >= 24 && isSane(bytes.getInt(16), bytes.getInt(20));
      case "image/gif" -> isSane(bytes.order(ByteOrder.LITTLE_ENDIAN));
      default -> true;
    };
  }

  /** A GIF cut off before its size is left to the browser, which shows what there is. */
  private static boolean isSane(ByteBuffer gif) {
    return gif.limit() < 10
        || isSane(Short.toUnsignedInt(gif.getShort(6)), Short.toUnsignedInt(gif.getShort(8)));
  }

  private static boolean isSane(int width, int height) {
    return width > 0 && height > 0 && (long) width * height <= MAX_PIXELS;
  }
}
