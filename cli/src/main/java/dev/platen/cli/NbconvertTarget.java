package dev.platen.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What {@code platen nbconvert} makes of a notebook. */
enum NbconvertTarget {
  HTML(".html", "html"),
  MARKDOWN(".md", "markdown"),
  SCRIPT("", "script|python"),
  NOTEBOOK(".ipynb", "notebook"),
  PDF(".pdf", "pdf|webpdf");

  private final String extension;
  private final String names;

  NbconvertTarget(String extension, String names) {
    this.extension = extension;
    this.names = names;
  }

  /** With its dot; "" where the notebook decides. */
  String extension() {
    return extension;
  }

  static Optional<NbconvertTarget> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(target -> lower.matches(target.names)).findFirst();
  }
}
