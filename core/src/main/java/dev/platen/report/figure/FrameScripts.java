package dev.platen.report.figure;

import dev.platen.resource.ResourceText;

/** Our own two scripts: the page's, which makes the frames, and the one in every frame. */
final class FrameScripts {
  static final String FIGURES = ResourceText.beside(FrameScripts.class, "figures.js");
  static final String BOOT = ResourceText.beside(FrameScripts.class, "frame.js");

  private FrameScripts() {}
}
