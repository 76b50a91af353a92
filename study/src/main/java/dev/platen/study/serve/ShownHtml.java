package dev.platen.study.serve;

import dev.platen.report.html.HtmlSanitizer;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.PageImages;
import dev.platen.report.html.SanitizedHtml;
import dev.platen.report.html.TrustedHtml;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML that a run put out, as a small page for a frame: sanitised by the code that reports are
 * sanitised by, and served so that nothing in it could run if that failed.
 */
final class ShownHtml {
  /** More than a screen can show; the report has it. */
  private static final int MOST_CHARS = 1 << 18;

  private static final int MOST_LINES = 30;

  /** What lives by these says little without them. */
  private static final Pattern SCRIPTED =
      Pattern.compile("<(?:script|iframe|object|embed|canvas|audio|video)\\b");

  private static final Pattern LINE = Pattern.compile("<(?:tr|p|li|br|h[1-6]|div|dt|dd|pre)\\b");

  /** Outputs are drawn for white paper, whatever the theme. */
  private static final TrustedHtml STYLE =
      TrustedHtml.vouchedFor(
          "<style>body{margin:.4rem;background:#fff;color:#1b1f24;font:14px/1.45 system-ui,sans-serif}"
              + "table{border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums}"
              + "th,td{padding:.2rem .6rem;border-bottom:1px solid #d8dce2;text-align:left}.num{text-align:right}"
              + "img,svg{max-width:100%}</style>");

  private ShownHtml() {}

  /** Whether it is worth a frame: told without reading it, for it is asked four times a second. */
  static boolean isShown(String markup) {
    return !markup.isBlank()
        && markup.length() <= MOST_CHARS
        && !SCRIPTED.matcher(markup.toLowerCase(Locale.ROOT)).find();
  }

  /** About how many lines high it is. */
  static int lines(String markup) {
    Matcher lines = LINE.matcher(markup.toLowerCase(Locale.ROOT));
    return Math.max(1, Math.min(MOST_LINES, (int) lines.results().limit(MOST_LINES).count()));
  }

  /** The frame's page. Links are only text: there is nowhere for them to lead from a frame. */
  static byte[] page(String markup) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HtmlWriter html = HtmlWriter.utf8(bytes);
    html.doctype().open("html").attribute("lang", "en").open("head");
    html.empty("meta").attribute("charset", "utf-8").element("title", "Output").trusted(STYLE);
    html.close().open("body");
    SanitizedHtml content =
        new HtmlSanitizer(href -> Optional.empty(), PageImages.inline()).read(markup);
    if (content.isBlank() || content.isEmptied()) {
      html.element("p", "Nothing of this can be shown here.");
    } else {
      content.write(html);
    }
    html.close().close().finish();
    return bytes.toByteArray();
  }
}
