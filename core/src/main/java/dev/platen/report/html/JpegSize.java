package dev.platen.report.html;

import java.util.Base64;

/**
 * How many pixels a JPEG has. The size stands behind segments of any length, so the file is decoded
 * where they begin only.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU T.81, annex B</a>
 */
final class JpegSize {
  private static final int MAX_SEGMENTS = 1000;

  private JpegSize() {}

  /** Width by height; 0 if it can't be found, which is left to the browser. */
  static long pixels(String base64) {
    long size = base64.length() / 4 * 3L;
    long at = 2;
    for (int i = 0; i < MAX_SEGMENTS && at + 9 <= size - 2; i++) {
      byte[] segment = bytes(base64, at);
      int marker = Byte.toUnsignedInt(segment[1]);
      if (segment[0] != (byte) 0xFF) {
        return 0;
      } else if (marker == 0xFF) {
        at++; // padding
      } else if (isFrame(marker)) {
        return (long) number(segment, 5) * number(segment, 7);
      } else {
        at += 2 + number(segment, 2);
      }
    }
    return 0;
  }

  /** Start of frame; three numbers of that range mean something else. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  /** The nine bytes from there on. */
  private static byte[] bytes(String base64, long at) {
    int from = (int) (at / 3 * 4);
    String some = base64.substring(from, Math.min(base64.length(), from + 16));
    byte[] decoded = Base64.getDecoder().decode(some);
    byte[] bytes = new byte[9];
    int skipped = (int) (at % 3);
    System.arraycopy(decoded, skipped, bytes, 0, Math.min(9, decoded.length - skipped));
    return bytes;
  }

  private static int number(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
  }
}
