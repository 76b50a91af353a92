package dev.platen.report.figure;

import dev.platen.notebook.MimeBundle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Figures of Plotly, as data. */
final class PlotlyFigure implements FigureType {
  private static final Pattern TYPE = Pattern.compile("application/vnd\\.plotly\\.v\\d+\\+json");

  @Override
  public Optional<Drawing> drawing(MimeBundle bundle) {
    return JsonFigure.in(bundle, TYPE)
        .map(
            figure ->
                Frame.of(
                    "an interactive Plotly figure",
                    figure.type(),
                    FigureLibrary.PLOTLY,
                    "",
                    figure.text()));
  }
}
