package dev.platen.report.figure;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A library that draws figures, and how pages that use it are known. */
public enum FigureLibrary {
  PLOTLY("\\bPlotly\\s*\\.", "plotly[^/]*(/dist/[^/]*)?", "plotly\\.js v\\d"),
  VEGA(
      "\\bvegaEmbed\\b",
      "vega(-lite|-embed|-lib)?(@[^/]*)?(/build/[^/]*)?",
      "\\.vega(Lite)?=\\{\\}"),
  BOKEH("\\bBokeh\\b", "bokeh[\\w.-]*\\.js", "Copyright \\(c\\) Anaconda.*Bokeh"),
  MERMAID("\\bmermaid\\s*\\.", "mermaid(@[^/]*)?(/dist/[^/]*)?", "__esbuild_esm_mermaid");

  private static final int HEAD = 2000;
  private static final int MIN_SIZE = 50_000;

  private final Pattern mention;
  private final Pattern address;
  private final Pattern banner;

  FigureLibrary(String mention, String address, String banner) {
    this.mention = Pattern.compile(mention);
    this.address = Pattern.compile(".*/" + address + "([?#].*)?");
    this.banner = Pattern.compile(banner, Pattern.DOTALL);
  }

  /** The name of its file. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The library that one gets at an address. */
  static Optional<FigureLibrary> at(String address) {
    return Stream.of(values()).filter(l -> l.address.matcher(address).matches()).findFirst();
  }

  /** The library that a script is a copy of. */
  static Optional<FigureLibrary> copied(String script) {
    if (script.length() < MIN_SIZE) {
      return Optional.empty();
    }
    String head = script.substring(0, HEAD);
    return Stream.of(values()).filter(l -> l.banner.matcher(head).find()).findFirst();
  }

  /** Those that a script makes use of. */
  static Set<FigureLibrary> usedBy(String script) {
    Set<FigureLibrary> used = EnumSet.noneOf(FigureLibrary.class);
    for (FigureLibrary library : values()) {
      if (library.mention.matcher(script).find()) {
        used.add(library);
      }
    }
    return used;
  }
}
