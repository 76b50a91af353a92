package dev.platen.report.figure;

import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.ScriptedPage;
import dev.platen.report.html.ScriptedPage.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * HTML that brings scripts, which run in a frame: those of Bokeh, HoloViews, Altair, Plotly and
 * others. Bokeh's scripts come beside its HTML, as a type of their own.
 */
final class ScriptedHtml implements FigureType {
  private static final String HTML = "text/html";
  private static final String SCRIPT = "application/javascript";
  private static final Pattern EXEC =
      Pattern.compile("application/vnd\\.(bokehjs|holoviews)_exec\\.v\\d+\\+json");

  /** What only speaks with a running kernel. */
  private static final String PANEL = "\"panel.models.browser.BrowserInfo\"";

  /** Of each of a script's figures, the id of the element that it is drawn into. */
  private static final Pattern PLACE = Pattern.compile("\"roots\":\\s*\\{([^{}]*)\\}");

  private static final Pattern ID = Pattern.compile(":\\s*\"([\\w-]+)\"");

  /** Only for mathematics in labels, or to load what the report has anyway. */
  private static final Pattern NEEDLESS =
      Pattern.compile(".*/(mathjax|MathJax|require(\\.min)?\\.js).*");

  private static final Pattern IMPORT =
      Pattern.compile("\\bimport\\s*(?:[\\w*{}\\s,$]+from\\s*)?[\"']([^\"']+)[\"']");

  @Override
  public Optional<Drawing> drawing(MimeBundle bundle) {
    Optional<String> exec =
        bundle.entries().keySet().stream().filter(type -> EXEC.matcher(type).matches()).findFirst();
    String script = bundle.text(SCRIPT).orElse("");
    String html = bundle.text(HTML).orElse("");
    boolean beside = exec.isPresent() && !script.isBlank() && !script.contains("</script");
    String markup = beside ? places(html, script) + "<script>" + script + "</script>" : html;
    if (!ScriptedPage.mayBeScripted(markup)) {
      return Optional.empty();
    }
    Scripts scripts = new Scripts();
    ScriptedPage page = ScriptedPage.read(markup, scripts);
    if (exec.isPresent() && isAlone(bundle) && markup.contains(PANEL)) {
      return Optional.of(new Loader());
    }
    if (!page.isScripted()) {
      return Optional.empty();
    }
    if (!page.unloaded().isEmpty()) {
      return Optional.of(new Undrawn("It asks for scripts from " + hosts(page.unloaded()) + "."));
    }
    if (page.isBare() && isAlone(bundle) && !scripts.brought.isEmpty()) {
      return Optional.of(new Loader());
    }
    if (page.isBare() && page.scripts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Frame(
            exec.map(ScriptedHtml::words).orElse("HTML that lives by its scripts"),
            beside ? SCRIPT : HTML,
            exec.map(type -> Set.of(type, HTML, SCRIPT)).orElse(Set.of(HTML)),
            Frame.PAGE,
            "",
            Collections.unmodifiableSet(scripts.libraries()),
            page.scripts().stream().map(InlineScript::new).toList(),
            page.markup(),
            page.isAsItCame() && !beside));
  }

  /** Whether nothing else stands beside the HTML and its scripts. */
  private static boolean isAlone(MimeBundle bundle) {
    return bundle.entries().keySet().stream()
        .allMatch(t -> t.equals(HTML) || t.equals(SCRIPT) || EXEC.matcher(t).matches());
  }

  /** Bokeh's show() displays the elements before, as an output of their own. */
  private static String places(String html, String script) {
    if (!html.isBlank()) {
      return html;
    }
    StringBuilder places = new StringBuilder();
    Matcher roots = PLACE.matcher(script);
    while (roots.find()) {
      Matcher ids = ID.matcher(roots.group(1));
      while (ids.find()) {
        places.append("<div id=\"").append(ids.group(1)).append("\"></div>");
      }
    }
    return places.toString();
  }

  private static String words(String type) {
    return type.contains("bokehjs")
        ? "an interactive Bokeh figure"
        : "an interactive HoloViews figure";
  }

  private static String hosts(List<String> addresses) {
    return addresses.stream()
        .map(address -> address.replaceFirst("^(?:\\w+:)?//([^/?#]*).*$", "$1"))
        .map(host -> host.length() > 80 ? host.substring(0, 80) + "…" : host)
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }

  /** Takes note of the libraries, and leaves them out: the frame gets them otherwise. */
  private static final class Scripts implements ScriptedPage.Judge {
    private final Set<FigureLibrary> brought = EnumSet.noneOf(FigureLibrary.class);
    private final Set<FigureLibrary> used = EnumSet.noneOf(FigureLibrary.class);

    Set<FigureLibrary> libraries() {
      Set<FigureLibrary> all = EnumSet.copyOf(used);
      all.addAll(brought);
      return all;
    }

    @Override
    public Fate inline(String script, boolean module) {
      Optional<FigureLibrary> copied = FigureLibrary.copied(script);
      if (copied.isPresent()) {
        brought.add(copied.get());
        return new Fate.Removed();
      }
      if (module) {
        return module(script);
      }
      used.addAll(FigureLibrary.usedBy(script));
      InlineScript whole = new InlineScript(script);
      return whole.isLarge() ? new Fate.Moved(whole.id()) : new Fate.Kept();
    }

    /** A module that does no more than bring libraries which the report has isn't needed. */
    private Fate module(String script) {
      List<FigureLibrary> found = new ArrayList<>();
      Matcher imports = IMPORT.matcher(script);
      while (imports.find()) {
        Optional<FigureLibrary> library = FigureLibrary.at(imports.group(1));
        if (library.isEmpty()) {
          return new Fate.Missing(imports.group(1));
        }
        found.add(library.get());
      }
      boolean nothingElse = imports.replaceAll("").replace(";", "").isBlank();
      if (!found.isEmpty() && !nothingElse) {
        return new Fate.Missing(script.strip());
      }
      brought.addAll(found);
      return found.isEmpty() ? new Fate.Kept() : new Fate.Removed();
    }

    @Override
    public Fate loaded(String address) {
      Optional<FigureLibrary> library = FigureLibrary.at(address);
      library.ifPresent(brought::add);
      boolean needless = NEEDLESS.matcher(address).matches();
      return library.isPresent() || needless ? new Fate.Removed() : new Fate.Missing(address);
    }
  }
}
