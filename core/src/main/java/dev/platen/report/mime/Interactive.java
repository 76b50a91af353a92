package dev.platen.report.mime;

import dev.platen.notebook.MimeBundle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Outputs that live by a library in the page, and what they are called. */
enum Interactive {
  PLOTLY("an interactive Plotly figure", "application/vnd\\.plotly\\.v\\d+\\+json"),
  VEGA_LITE(
      "an interactive Vega-Lite chart", "application/vnd\\.vegalite\\.v\\d+(\\.\\d+)*[+.]json"),
  VEGA("an interactive Vega chart", "application/vnd\\.vega\\.v\\d+(\\.\\d+)*[+.]json"),
  BOKEH("an interactive Bokeh figure", "application/vnd\\.bokehjs_exec\\.v\\d+\\+json"),
  HOLOVIEWS("an interactive HoloViews figure", "application/vnd\\.holoviews_exec\\.v\\d+\\+json"),
  WIDGET("a widget", WidgetMime.VIEW);

  private static final Pattern LOADER =
      Pattern.compile("application/vnd\\.(bokehjs|holoviews)_load\\.v\\d+\\+json");

  private final String words;
  private final Pattern type;

  Interactive(String words, String type) {
    this.words = words;
    this.type = Pattern.compile(type.equals(WidgetMime.VIEW) ? Pattern.quote(type) : type);
  }

  String words() {
    return words;
  }

  static Optional<Interactive> of(String type) {
    for (Interactive interactive : values()) {
      if (interactive.type.matcher(type).matches()) {
        return Optional.of(interactive);
      }
    }
    return Optional.empty();
  }

  /** Whether it only brings a library into the page, and shows nothing by itself. */
  static boolean isLoader(MimeBundle bundle) {
    return bundle.entries().keySet().stream().anyMatch(type -> LOADER.matcher(type).matches());
  }
}
