package dev.platen.report.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Images inside the page: data URLs whose content is what their type says. */
public final class ImageData {
  public static final String SVG = "image/svg+xml";

  /** The bitmap types that every browser shows. */
  public static final List<String> BITMAPS =
      List.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");

  /** So many characters tell what it is, and for most kinds how large. */
  private static final int HEAD_CHARS = 44;

  private static final byte DIGIT = 1;
  private static final byte PADDING = 2;
  private static final byte BLANK = 3;

  /** By character; 0 for one that base64 doesn't know. */
  private static final byte[] KINDS = kinds();

  private ImageData() {}

  /**
   * The data URL of a bitmap.
   *
   * @param base64 may be broken into lines
   * @return empty if the type is none of {@link #BITMAPS}, if the text is not base64, or if the
   *     bytes are of another kind of file
   */
  public static Optional<ImageUrl> bitmap(String mimeType, String base64) {
    return payload(base64)
        .filter(payload -> startsAs(mimeType, payload))
        .map(payload -> new ImageUrl(mimeType, payload));
  }

  /**
   * The data URL of an SVG image; in it no script runs and nothing is loaded. Empty if it is no
   * XML, of which a browser shows nothing.
   */
  public static Optional<ImageUrl> svg(String markup) {
    int root = markup.indexOf("<svg");
    if (root < 0) {
      return Optional.empty();
    }
    String xml =
        markup.contains("http://www.w3.org/2000/svg")
            ? markup
            : markup.substring(0, root)
                + "<svg xmlns=\"http://www.w3.org/2000/svg\""
                + markup.substring(root + "<svg".length());
    if (!WellFormed.isXml(xml)) {
      return Optional.empty();
    }
    String base64 = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    return Optional.of(new ImageUrl(SVG, base64));
  }

  /** A data URL of others, if it holds one of our image types in base64. */
  public static Optional<ImageUrl> dataUrl(String url) {
    int comma = url.indexOf(',');
    if (comma < 0 || !url.regionMatches(true, 0, "data:", 0, 5)) {
      return Optional.empty();
    }
    String header = url.substring(5, comma).strip().toLowerCase(Locale.ROOT);
    String payload = url.substring(comma + 1);
    if (!header.endsWith(";base64")) {
      return Optional.empty();
    }
    String mimeType = header.substring(0, header.indexOf(';'));
    if (mimeType.equals(SVG)) {
      return payload(payload).map(base64 -> new ImageUrl(SVG, base64));
    }
    return bitmap(mimeType, payload);
  }

  private static boolean startsAs(String mimeType, String base64) {
    byte[] head =
        Base64.getDecoder().decode(base64.substring(0, Math.min(HEAD_CHARS, base64.length())));
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    boolean known =
        switch (mimeType) {
          case "image/png" -> bytes.startsWith("\u0089PNG\r\n\u001a\n");
          case "image/jpeg" -> bytes.startsWith("\u00ff\u00d8\u00ff");
          case "image/gif" -> bytes.startsWith("GIF8");
          case "image/webp" -> bytes.startsWith("RIFF") && bytes.startsWith("WEBP", 8);
          case "image/bmp" -> bytes.startsWith("BM");
          default -> false;
        };
    return known && BitmapSize.isShowable(mimeType, head, base64);
  }

  /** Base64 without the blanks in it; empty if it is none. Images are long: one pass over bytes. */
  public static Optional<String> payload(String text) {
    // A character outside ISO 8859-1 becomes a question mark, which base64 doesn't know either.
    byte[] chars = text.getBytes(StandardCharsets.ISO_8859_1);
    int kept = 0;
    while (kept < chars.length && KINDS[chars[kept] & 0xFF] == DIGIT) {
      kept++;
    }
    int padding = 0;
    for (int i = kept; i < chars.length; i++) {
      byte c = chars[i];
      switch (KINDS[c & 0xFF]) {
        case DIGIT -> {
          if (padding > 0) {
            return Optional.empty();
          }
          chars[kept++] = c;
        }
        case PADDING -> {
          padding++;
          chars[kept++] = c;
        }
        case BLANK -> {}
        default -> {
          return Optional.empty();
        }
      }
    }
    boolean whole = kept > padding && padding <= 2 && kept % 4 == 0;
    return whole
        ? Optional.of(
            kept == chars.length ? text : new String(chars, 0, kept, StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    Arrays.fill(kinds, 0, ' ' + 1, BLANK);
    Arrays.fill(kinds, 'A', 'Z' + 1, DIGIT);
    Arrays.fill(kinds, 'a', 'z' + 1, DIGIT);
    Arrays.fill(kinds, '0', '9' + 1, DIGIT);
    kinds['+'] = DIGIT;
    kinds['/'] = DIGIT;
    kinds['='] = PADDING;
    return kinds;
  }
}
