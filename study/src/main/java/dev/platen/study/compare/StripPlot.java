package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;
import dev.platen.study.stats.Interval;
import dev.platen.study.stats.NumberWords;
import dev.platen.study.stats.Summary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A point's repeats on a line that all points share: a dot each, the mean, its interval. What lies
 * far outside of the rest stands at the edge, hollow, so that one run gone astray doesn't squeeze
 * all the others together.
 */
record StripPlot(double low, double high) {
  private static final int WIDTH = 150;
  private static final int HEIGHT = 20;
  private static final double MARGIN = 5;

  /** Tukey's fences: so many times the middle half's width is still shown on either side of it. */
  private static final double REACH = 1.5;

  static StripPlot over(List<Summary> summaries) {
    double[] ends =
        summaries.stream()
            .filter(summary -> summary.n() > 0)
            .flatMapToDouble(StripPlot::marks)
            .sorted()
            .toArray();
    if (ends.length == 0) {
      return new StripPlot(0, 0);
    }
    double lower = ends[ends.length / 4];
    double upper = ends[ends.length - 1 - ends.length / 4];
    double reach = REACH * (upper - lower);
    return new StripPlot(
        Math.max(ends[0], lower - reach), Math.min(ends[ends.length - 1], upper + reach));
  }

  private static DoubleStream marks(Summary summary) {
    Interval interval = summary.interval().orElse(new Interval(summary.min(), summary.max()));
    return DoubleStream.of(summary.min(), summary.max(), interval.low(), interval.high());
  }

  /** Both ends, such as {@code 0.27 to 0.57}; "" when nothing is shown. */
  String ends() {
    NumberWords digits = NumberWords.of(high / 2 - low / 2, high);
    return high > low ? digits.say(new Interval(low, high)) : "";
  }

  /** The numbers stand beside it, so it is nothing to read aloud. */
  void write(Summary summary, double[] values, HtmlWriter html) {
    if (summary.n() == 0) {
      return;
    }
    html.open("svg").attribute("aria-hidden", "true");
    html.attribute("width", Integer.toString(WIDTH)).attribute("height", Integer.toString(HEIGHT));
    summary.interval().ifPresent(interval -> writeInterval(interval, html));
    Arrays.stream(values).filter(Double::isFinite).forEach(value -> writeDot(value, html));
    if (summary.n() > 1) {
      html.open("path").attribute("d", "M" + at(summary.mean()) + " 3v14").close();
    }
    html.close();
  }

  private void writeInterval(Interval interval, HtmlWriter html) {
    double from = x(interval.low());
    double to = x(interval.high());
    html.open("rect").attribute("x", say(from)).attribute("y", "7").attribute("height", "6");
    html.attribute("width", say(Math.max(1, to - from))).close();
  }

  private void writeDot(double value, HtmlWriter html) {
    html.open("circle").attribute("cx", at(value)).attribute("cy", "10").attribute("r", "2.5");
    html.attribute("class", value < low || value > high ? "off" : null).close();
  }

  private String at(double value) {
    return say(x(value));
  }

  private double x(double value) {
    double inside = Math.max(low, Math.min(high, value));
    double share = high > low ? (inside / 2 - low / 2) / (high / 2 - low / 2) : 0.5;
    return MARGIN + share * (WIDTH - 2 * MARGIN);
  }

  private static String say(double x) {
    // Ten thousand dots: String.format would be half of the page's time.
    long tenths = Math.round(x * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
