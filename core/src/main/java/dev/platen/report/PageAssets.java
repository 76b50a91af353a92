package dev.platen.report;

import dev.platen.report.html.TrustedHtml;
import dev.platen.resource.ResourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page's own style and script, and the policy that lets this script run and no other.
 *
 * @param policy value of the Content-Security-Policy
 */
record PageAssets(TrustedHtml style, TrustedHtml script, String policy) {

  static PageAssets load() {
    String style = resource("report.css") + resource("math/math.css");
    String script = resource("report.js");
    // Tables bring style attributes, which no hash can cover; the sanitiser filters them.
    String policy =
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-"
            + sha256(script)
            + "'; base-uri 'none'; form-action 'none'";
    return new PageAssets(
        TrustedHtml.vouchedFor("<style>" + style + "</style>"),
        TrustedHtml.vouchedFor("<script>" + script + "</script>"),
        policy);
  }

  private static String resource(String name) {
    return ResourceText.beside(PageAssets.class, name);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
