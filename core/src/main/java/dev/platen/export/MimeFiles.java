package dev.platen.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** MIME types that become files of their own, and the endings of their names. */
final class MimeFiles {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/svg+xml", "svg",
          "image/png", "png",
          "image/jpeg", "jpg",
          "image/gif", "gif",
          "image/webp", "webp",
          "image/bmp", "bmp",
          "application/pdf", "pdf");

  private MimeFiles() {}

  static boolean isFile(String mimeType) {
    return ENDINGS.containsKey(mimeType);
  }

  static String ending(String mimeType) {
    return ENDINGS.getOrDefault(mimeType, "bin");
  }

  /** The file's bytes; empty when what should be base64 isn't. */
  static Optional<byte[]> bytes(String mimeType, String text) {
    if (mimeType.equals("image/svg+xml") || mimeType.startsWith("text/")) {
      return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
