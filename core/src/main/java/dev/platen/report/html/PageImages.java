package dev.platen.report.html;

import java.util.Optional;

/** The images that a page's text refers to and that can be shown without asking anyone. */
@FunctionalInterface
public interface PageImages {

  /** The data URL to show for an image's address; empty if the image isn't in the notebook. */
  Optional<ImageUrl> resolve(String source);

  /** Only what lies in the address itself. */
  static PageImages inline() {
    return ImageData::dataUrl;
  }
}
