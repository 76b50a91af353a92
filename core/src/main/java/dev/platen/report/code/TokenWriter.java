package dev.platen.report.code;

import dev.platen.report.html.HtmlWriter;

/** Writes pieces of one source text, in order. */
final class TokenWriter {
  private final String source;
  private final HtmlWriter html;

  TokenWriter(String source, HtmlWriter html) {
    this.source = source;
    this.html = html;
  }

  /** Writes the piece from the first index up to the second. */
  void token(TokenKind kind, int from, int to) {
    if (from >= to) {
      return;
    }
    if (kind == TokenKind.PLAIN) {
      html.text(source, from, to);
    } else {
      html.open("span", kind.cssClass()).text(source, from, to).close();
    }
  }
}
