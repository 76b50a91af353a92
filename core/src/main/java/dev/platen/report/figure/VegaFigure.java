package dev.platen.report.figure;

import dev.platen.notebook.MimeBundle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Charts of Vega and Vega-Lite, as data. */
final class VegaFigure implements FigureType {
  private static final Pattern LITE =
      Pattern.compile("application/vnd\\.vegalite\\.v\\d+(\\.\\d+)*[+.]json");
  private static final Pattern VEGA =
      Pattern.compile("application/vnd\\.vega\\.v\\d+(\\.\\d+)*[+.]json");

  @Override
  public Optional<Drawing> drawing(MimeBundle bundle) {
    return drawing(bundle, LITE, "an interactive Vega-Lite chart", "vega-lite")
        .or(() -> drawing(bundle, VEGA, "an interactive Vega chart", "vega"));
  }

  private static Optional<Drawing> drawing(
      MimeBundle bundle, Pattern types, String words, String mode) {
    return JsonFigure.in(bundle, types)
        .map(f -> Frame.of(words, f.type(), FigureLibrary.VEGA, mode, f.text()));
  }
}
