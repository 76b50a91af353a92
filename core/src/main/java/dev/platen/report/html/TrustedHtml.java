package dev.platen.report.html;

/**
 * Markup that reaches the page unescaped. Everything else is escaped or rebuilt element by element,
 * so whoever makes one of these vouches that it is balanced, and that all text of others in it is
 * escaped.
 */
public final class TrustedHtml {
  private final String markup;

  private TrustedHtml(String markup) {
    this.markup = markup;
  }

  public static TrustedHtml vouchedFor(String markup) {
    return new TrustedHtml(markup);
  }

  public String markup() {
    return markup;
  }
}
