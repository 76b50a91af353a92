package dev.platen.report.markdown;

import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.ImageData;
import dev.platen.report.html.ImageUrl;
import dev.platen.report.html.PageImages;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The images that a Markdown cell carries along, named {@code attachment:figure.png} in its text.
 */
public final class Attachments implements PageImages {
  private static final String SCHEME = "attachment:";

  private final Map<String, MimeBundle> byName;
  private final PageImages others;

  /**
   * A cell's attachments.
   *
   * @param others the images of other names
   */
  public Attachments(Map<String, MimeBundle> byName, PageImages others) {
    this.byName = byName;
    this.others = others;
  }

  @Override
  public Optional<ImageUrl> resolve(String source) {
    if (!source.startsWith(SCHEME)) {
      return others.resolve(source);
    }
    String name = source.substring(SCHEME.length());
    MimeBundle bundle = byName.get(name);
    return Optional.ofNullable(bundle == null ? byName.get(decoded(name)) : bundle)
        .flatMap(Attachments::image);
  }

  private static Optional<ImageUrl> image(MimeBundle bundle) {
    Optional<ImageUrl> svg = bundle.text(ImageData.SVG).flatMap(ImageData::svg);
    if (svg.isPresent()) {
      return svg;
    }
    return ImageData.BITMAPS.stream()
        .flatMap(type -> bundle.text(type).flatMap(data -> ImageData.bitmap(type, data)).stream())
        .findFirst();
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return name;
    }
  }
}
