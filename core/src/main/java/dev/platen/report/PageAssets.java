package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.TrustedHtml;
import dev.platen.resource.ResourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page's own style and script, and the policy that lets this script run and no other. Every page
 * of Platen's has the same base: colours in light and dark, type, the switch between the themes.
 *
 * @param policy value of the Content-Security-Policy
 */
public record PageAssets(TrustedHtml style, TrustedHtml script, String policy) {

  /** Those of the report. */
  static PageAssets report() {
    String style = resource("page.css") + resource("report.css") + resource("math/math.css");
    // Tables bring style attributes, which no hash can cover; the sanitiser filters them.
    return of(style, resource("page.js") + resource("report.js"), "'unsafe-inline'");
  }

  /** Those of another page, whose style and script follow the base; no style attributes work. */
  public static PageAssets of(String style, String script) {
    String whole = resource("page.css") + style;
    return of(whole, resource("page.js") + script, hash(whole));
  }

  private static PageAssets of(String style, String script, String styleSource) {
    String policy =
        "default-src 'none'; img-src data:; media-src data:; style-src "
            + styleSource
            + "; script-src "
            + hash(script)
            + "; base-uri 'none'; form-action 'none'";
    return new PageAssets(
        TrustedHtml.vouchedFor("<style>" + style + "</style>"),
        TrustedHtml.vouchedFor("<script>" + script + "</script>"),
        policy);
  }

  /** Writes the whole head. */
  public void writeHead(HtmlWriter html, String title) {
    html.open("head").line();
    html.empty("meta").attribute("charset", "utf-8").line();
    html.empty("meta").attribute("http-equiv", "Content-Security-Policy");
    html.attribute("content", policy).line();
    meta(html, "referrer", "no-referrer");
    meta(html, "viewport", "width=device-width, initial-scale=1");
    meta(html, "color-scheme", "light dark");
    meta(html, "generator", "Platen");
    html.element("title", title).line();
    html.trusted(style).line();
    html.trusted(script).line();
    html.close().line();
  }

  private static void meta(HtmlWriter html, String name, String value) {
    html.empty("meta").attribute("name", name).attribute("content", value).line();
  }

  private static String resource(String name) {
    return ResourceText.beside(PageAssets.class, name);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
