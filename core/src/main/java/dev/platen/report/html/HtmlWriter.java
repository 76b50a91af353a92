package dev.platen.report.html;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML as it goes: text and attribute values are escaped, and every element that was opened
 * is closed in order, so that no content can leave the element it is written into. Tag and
 * attribute names are never input.
 *
 * <p>{@link #open} an element, give it {@link #attribute}s, then content, then {@link #close} it.
 * The writer's failures come as {@link UncheckedIOException}. Confined to one thread.
 */
public final class HtmlWriter {
  private static final char DEL = 0x7f;
  private static final int BUFFER = 1 << 16;
  private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

  /** Which of ASCII are written as they are, wherever they stand. */
  private static final boolean[] HARMLESS = new boolean[DEL + 1];

  static {
    for (char c = 0; c < DEL; c++) {
      HARMLESS[c] = c >= ' ' ? "<>&\"".indexOf(c) < 0 : "\t\n\r".indexOf(c) >= 0;
    }
  }

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();
  private final char[] piece = new char[512];
  private boolean inTag;

  public HtmlWriter(Writer out) {
    this.out = out;
  }

  /** A writer of UTF-8; half a surrogate pair, which can't be written, becomes U+FFFD. */
  public static HtmlWriter utf8(OutputStream out) {
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(REPLACEMENT);
    return new HtmlWriter(new BufferedWriter(new OutputStreamWriter(out, encoder), BUFFER));
  }

  /** What the content writes, as markup of its own. */
  public static TrustedHtml fragment(Consumer<HtmlWriter> content) {
    StringWriter text = new StringWriter();
    HtmlWriter html = new HtmlWriter(text);
    content.accept(html);
    html.endTag();
    return TrustedHtml.vouchedFor(text.toString());
  }

  /** Before everything else. */
  public HtmlWriter doctype() {
    raw("<!doctype html>\n");
    return this;
  }

  public HtmlWriter open(String tag) {
    startTag(tag);
    open.push(tag);
    return this;
  }

  /** Opens an element of a class. */
  public HtmlWriter open(String tag, String cssClass) {
    return open(tag).attribute("class", cssClass);
  }

  /** Writes an element that has no content and no end tag, such as {@code img}. */
  public HtmlWriter empty(String tag) {
    startTag(tag);
    return this;
  }

  /** Adds an attribute to the element just opened; none if the value is null. */
  public HtmlWriter attribute(String name, @Nullable String value) {
    requireTag(name);
    if (value != null) {
      beginAttribute(name);
      escaped(value, 0, value.length(), true);
      raw("\"");
    }
    return this;
  }

  /** Adds the image to the {@code img} just opened; most of a page are images: none is escaped. */
  public HtmlWriter src(ImageUrl url) {
    requireTag("src");
    beginAttribute("src");
    raw("data:");
    raw(url.mimeType());
    raw(";base64,");
    raw(url.base64());
    raw("\"");
    return this;
  }

  /** Adds an attribute without a value, such as {@code open}, if it holds. */
  public HtmlWriter flag(String name, boolean holds) {
    return attribute(name, holds ? "" : null);
  }

  public HtmlWriter text(String text) {
    return text(text, 0, text.length());
  }

  /** Writes the part of the text from the first index up to the second. */
  public HtmlWriter text(String text, int from, int to) {
    endTag();
    escaped(text, from, to, false);
    return this;
  }

  public HtmlWriter trusted(TrustedHtml markup) {
    endTag();
    raw(markup.markup());
    return this;
  }

  /** Closes the element opened last. */
  public HtmlWriter close() {
    endTag();
    raw("</");
    raw(open.pop());
    raw(">");
    return this;
  }

  /** Writes a whole element that holds text only. */
  public HtmlWriter element(String tag, String text) {
    return open(tag).text(text).close();
  }

  /** Writes a whole element of a class that holds text only. */
  public HtmlWriter element(String tag, String cssClass, String text) {
    return open(tag, cssClass).text(text).close();
  }

  /** Ends the line, for those who read the source. */
  public HtmlWriter line() {
    endTag();
    raw("\n");
    return this;
  }

  /** Passes on what is buffered; every element must be closed. */
  public void finish() {
    endTag();
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startTag(String tag) {
    endTag();
    raw("<");
    raw(tag);
    inTag = true;
  }

  private void endTag() {
    if (inTag) {
      raw(">");
      inTag = false;
    }
  }

  private void requireTag(String attribute) {
    if (!inTag) {
      throw new IllegalStateException("attribute " + attribute + " after the content began");
    }
  }

  private void beginAttribute(String name) {
    raw(" ");
    raw(name);
    raw("=\"");
  }

  /** By pieces in an array: most of a page are images, and one character at a time is slow. */
  private void escaped(String text, int from, int to, boolean quotes) {
    try {
      for (int start = from; start < to; start += piece.length) {
        int length = Math.min(piece.length, to - start);
        text.getChars(start, start + length, piece, 0);
        escapePiece(length, quotes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void escapePiece(int length, boolean quotes) throws IOException {
    int start = 0;
    for (int i = 0; i < length; i++) {
      char c = piece[i];
      String replacement = c > DEL || HARMLESS[c] ? null : replacement(c, quotes);
      if (replacement != null) {
        out.write(piece, start, i - start);
        out.write(replacement);
        start = i + 1;
      }
    }
    out.write(piece, start, length - start);
  }

  /** Control characters are no part of HTML, a browser would show nothing or stop. */
  private static @Nullable String replacement(char c, boolean quotes) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> quotes ? "&quot;" : null;
      default -> "\ufffd";
    };
  }

  private void raw(String markup) {
    try {
      out.write(markup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
