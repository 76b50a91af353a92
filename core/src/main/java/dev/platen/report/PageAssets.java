package dev.platen.report;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ScriptHash;
import dev.platen.report.html.TrustedHtml;
import dev.platen.resource.ResourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page's own style and scripts, and the policy that lets these scripts run and no other. Every
 * page of Platen's has the same base: colours in light and dark, type, the switch between the
 * themes.
 *
 * @param policy value of the Content-Security-Policy
 */
public record PageAssets(TrustedHtml style, TrustedHtml scripts, String policy) {

  /** What a report lets scripts do, in which those of outputs run in the page as well. */
  static final String TRUSTING =
      "default-src 'none'; img-src data: blob: https:; media-src data: blob: https:; font-src data:"
          + " https:; style-src 'unsafe-inline' https:; script-src 'unsafe-inline' 'unsafe-eval'"
          + " data: blob: https:; worker-src blob:; connect-src https: wss:; frame-src data: blob:"
          + " https:; base-uri 'none'; form-action 'none'";

  /**
   * Those of another page, whose style and scripts follow the base; no style attributes work. A
   * script that a browser is too old for keeps none of those before it from running. The page may
   * show image files that lie beside it: of pages that are opened from a file, Chromium takes
   * {@code 'self'} for files, Firefox only {@code file:}.
   */
  public static PageAssets of(String style, List<String> scripts) {
    String whole = resource("page.css") + style;
    List<String> all = Stream.concat(Stream.of(resource("page.js")), scripts.stream()).toList();
    String policy =
        policy(source(whole), all.stream().map(PageAssets::source).collect(Collectors.joining(" ")))
            .replace("img-src data:", "img-src data: 'self' file:");
    String elements =
        all.stream()
            .map(script -> "<script>" + script + "</script>")
            .collect(Collectors.joining("\n"));
    return new PageAssets(
        TrustedHtml.vouchedFor("<style>" + whole + "</style>"),
        TrustedHtml.vouchedFor(elements),
        policy);
  }

  /**
   * The same for a page that its server brings up to date: it may ask that server, and frame what
   * comes from there.
   */
  public PageAssets withServer() {
    return new PageAssets(style, scripts, policy + "; connect-src 'self'; frame-src 'self'");
  }

  static PageAssets of(String style, String script, String policy) {
    return new PageAssets(
        TrustedHtml.vouchedFor("<style>" + style + "</style>"),
        TrustedHtml.vouchedFor(script.isEmpty() ? "" : "<script>" + script + "</script>"),
        policy);
  }

  static String policy(String styleSource, String scriptSource) {
    return "default-src 'none'; img-src data:; media-src data:; style-src "
        + styleSource
        + "; script-src "
        + scriptSource
        + "; base-uri 'none'; form-action 'none'";
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
    html.trusted(scripts).line();
    html.close().line();
  }

  private static void meta(HtmlWriter html, String name, String value) {
    html.empty("meta").attribute("name", name).attribute("content", value).line();
  }

  private static String resource(String name) {
    return ResourceText.beside(PageAssets.class, name);
  }

  private static String source(String text) {
    return ScriptHash.source(ScriptHash.of(text));
  }
}
