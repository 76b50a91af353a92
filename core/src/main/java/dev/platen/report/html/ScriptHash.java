package dev.platen.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The hash by which a page's policy knows a script or a style. */
public final class ScriptHash {
  private ScriptHash() {}

  /** SHA-256 of the text as UTF-8, in base64. */
  public static String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** As the policy writes it. */
  public static String source(String hash) {
    return "'sha256-" + hash + "'";
  }
}
