package dev.platen.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code platen nbconvert} makes of a notebook. */
enum NbconvertTarget {
  HTML(".html", List.of("html")),
  MARKDOWN(".md", List.of("markdown")),
  SCRIPT("", List.of("script", "python")),
  NOTEBOOK(".ipynb", List.of("notebook")),
  PDF(".pdf", List.of("pdf", "webpdf"));

  private final String extension;
  private final List<String> names;

  NbconvertTarget(String extension, List<String> names) {
    this.extension = extension;
    this.names = names;
  }

  /** With its dot; "" where the notebook decides. */
  String extension() {
    return extension;
  }

  String word() {
    return names.get(0);
  }

  static Optional<NbconvertTarget> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(target -> target.names.contains(lower)).findFirst();
  }
}
