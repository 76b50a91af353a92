package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;

/** Writes an image with the size and the words that its metadata give it. */
final class Figure {
  private Figure() {}

  static void write(String url, Representation image, HtmlWriter html) {
    String alt = image.note("alt").orElse("Figure from " + image.place().cell());
    html.open("figure", "out").empty("img").attribute("src", url).attribute("alt", alt);
    html.attribute("width", image.pixels("width")).attribute("height", image.pixels("height"));
    html.close();
  }
}
