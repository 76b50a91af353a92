package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.ImageUrl;

/** Writes an image with the size and the words that its metadata or its cell give it. */
final class Figure {
  private Figure() {}

  static void write(ImageUrl url, Representation image, HtmlWriter html) {
    OutputPlace place = image.place();
    String alt = image.note("alt").or(place::alt).orElse("Figure from " + place.cell());
    html.open("figure", "out").empty("img").src(url).attribute("alt", alt);
    html.attribute("width", image.pixels("width")).attribute("height", image.pixels("height"));
    place
        .caption()
        .or(() -> image.note("caption"))
        .ifPresent(caption -> html.element("figcaption", caption));
    html.close();
  }
}
