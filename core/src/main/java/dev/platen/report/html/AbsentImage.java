package dev.platen.report.html;

import java.util.Optional;

/** Names an image that lies elsewhere: the page never fetches it, but its reader may. */
public final class AbsentImage {
  private AbsentImage() {}

  public static void write(String source, String alt, LinkTargets links, HtmlWriter html) {
    String name = alt.isBlank() ? source : alt;
    html.open("span", "absent").text("Image not in this file: ");
    Optional<String> target = source.isBlank() ? Optional.empty() : links.resolve(source);
    if (target.isPresent()) {
      html.open("a").attribute("href", target.get()).text(name).close();
    } else {
      html.text(name);
    }
    html.close();
  }
}
