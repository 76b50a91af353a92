package dev.platen.report.html;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Reads HTML of others. What it lets through is written element by element from allow-lists; the
 * rest is left out, or stands as its text.
 */
public final class HtmlSanitizer {
  private final LinkTargets links;
  private final PageImages images;

  public HtmlSanitizer(LinkTargets links, PageImages images) {
    this.links = links;
    this.images = images;
  }

  public SanitizedHtml read(String markup) {
    return read(markup, List.of());
  }

  /**
   * Reads markup with holes.
   *
   * @param slots our own markup, put where the n-th stands as an element {@code <x-slot n="0">}
   */
  public SanitizedHtml read(String markup, List<TrustedHtml> slots) {
    Element body = Jsoup.parseBodyFragment(markup).body();
    return new SanitizedHtml(body, new AttributeFilter(links, images), slots);
  }
}
