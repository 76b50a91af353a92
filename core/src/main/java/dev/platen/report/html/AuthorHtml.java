package dev.platen.report.html;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Markup of a notebook whose author is trusted: nothing is taken out of it. It is balanced, so that
 * it doesn't leave the element it is written into.
 */
public final class AuthorHtml {
  private AuthorHtml() {}

  public static TrustedHtml markup(String markup) {
    Document document = Jsoup.parse(markup);
    document.outputSettings().prettyPrint(false);
    return TrustedHtml.vouchedFor(document.head().html() + document.body().html());
  }

  /** A script that may draw into {@code element}, as in Jupyter. */
  public static TrustedHtml script(String script) {
    String inert = script.replaceAll("(?i)</(?=script)", "<\\\\/").replace("<!--", "<\\!--");
    return TrustedHtml.vouchedFor(
        "<script>(function (element) {\n"
            + inert
            + "\n})(document.currentScript.parentElement);</script>");
  }
}
