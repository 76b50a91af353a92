package dev.platen.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * HTML of others whose scripts are to run in a frame: which they are, and the markup without
 * anything that would be loaded.
 */
public final class ScriptedPage {
  /** Marks where a script stood that the page holds elsewhere, once. */
  public static final String PART = "data-platen-part";

  private static final Set<String> PROGRAMS =
      Set.of(
          "",
          "module",
          "text/javascript",
          "text/ecmascript",
          "application/javascript",
          "application/ecmascript",
          "application/x-javascript");
  private static final int MAX_NESTING = 3;

  /** What becomes of a script. */
  public sealed interface Fate {
    /** It stays where it is. */
    record Kept() implements Fate {}

    /** It is not needed. */
    record Removed() implements Fate {}

    /**
     * It gives way to a mark.
     *
     * @param id of the element that holds the script
     */
    record Moved(String id) implements Fate {}

    /** It can't be had, or loads what can't be had. */
    record Missing(String address) implements Fate {}
  }

  /** Says what becomes of each script. */
  public interface Judge {
    /** Of a script that is written out. */
    Fate inline(String script, boolean module);

    /** Of a script that would be loaded. */
    Fate loaded(String address);
  }

  private final Document document;
  private final List<String> scripts = new ArrayList<>();
  private final List<String> unloaded = new ArrayList<>();
  private final boolean scripted;
  private boolean asItCame = true;

  private ScriptedPage(Document document) {
    this.document = document;
    this.document.outputSettings().prettyPrint(false);
    this.scripted =
        document.select("script").stream().anyMatch(ScriptedPage::isProgram)
            || !document.select("iframe[srcdoc]").isEmpty();
  }

  /** Whether it is worth reading: quick, and right in most cases. */
  public static boolean mayBeScripted(String markup) {
    for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
      if (markup.regionMatches(true, at, "<script", 0, 7)
          || markup.regionMatches(true, at, "<iframe", 0, 7)) {
        return true;
      }
    }
    return false;
  }

  /** Reads markup as a browser would: line ends are one character, and there is no NUL. */
  public static ScriptedPage read(String markup, Judge judge) {
    return read(markup, judge, 0);
  }

  private static ScriptedPage read(String markup, Judge judge, int depth) {
    String text = markup.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
    ScriptedPage page = new ScriptedPage(Jsoup.parse(text));
    page.judge(judge);
    page.judgeFrames(depth);
    page.removeLoading();
    return page;
  }

  /** Whether any script would run. */
  public boolean isScripted() {
    return scripted;
  }

  /** The scripts that run where they stand or stood, as the browser sees them. */
  public List<String> scripts() {
    return List.copyOf(scripts);
  }

  /** Addresses of scripts that it can't have. */
  public List<String> unloaded() {
    return List.copyOf(unloaded);
  }

  /** Whether none of its scripts was removed or moved. */
  public boolean isAsItCame() {
    return asItCame;
  }

  /** Whether there is nothing in it but scripts and styles: nothing to draw into. */
  public boolean isBare() {
    return !document.body().hasText()
        && document.body().select(":not(body, script, style, link, meta, noscript)").isEmpty();
  }

  public String markup() {
    return document.head().html() + document.body().outerHtml();
  }

  private static boolean isProgram(Element script) {
    return PROGRAMS.contains(script.attr("type").strip().toLowerCase(Locale.ROOT));
  }

  private void judge(Judge judge) {
    for (Element script : document.select("script")) {
      if (!isProgram(script)) {
        continue;
      }
      String address = script.attr("src").strip();
      if (!address.isEmpty()) {
        asItCame = false;
        if (judge.loaded(address) instanceof Fate.Missing missing) {
          unloaded.add(missing.address());
        }
        script.remove();
      } else {
        judgeInline(script, judge);
      }
    }
  }

  private void judgeInline(Element script, Judge judge) {
    String text = script.data();
    Fate fate = judge.inline(text, script.attr("type").strip().equalsIgnoreCase("module"));
    if (fate instanceof Fate.Missing missing) {
      unloaded.add(missing.address());
    } else if (fate instanceof Fate.Removed) {
      asItCame = false;
      script.remove();
    } else {
      scripts.add(text);
    }
    if (fate instanceof Fate.Moved moved) {
      asItCame = false;
      script.clearAttributes().attr(PART, moved.id());
      script.empty().appendChild(new DataNode(""));
    }
  }

  /** Frames in it hold pages of their own, which get no library. */
  private void judgeFrames(int depth) {
    Judge inner =
        new Judge() {
          @Override
          public Fate inline(String script, boolean module) {
            return new Fate.Kept();
          }

          @Override
          public Fate loaded(String address) {
            return new Fate.Missing(address);
          }
        };
    for (Element frame : document.select("iframe[srcdoc]")) {
      if (depth == MAX_NESTING) {
        frame.remove();
        continue;
      }
      ScriptedPage page = read(frame.attr("srcdoc"), inner, depth + 1);
      scripts.addAll(page.scripts);
      unloaded.addAll(page.unloaded);
      frame.attr("srcdoc", "<!doctype html>" + page.markup());
    }
  }

  /**
   * The browser would refuse it all and fill its console: what is loaded, and handlers. What is for
   * browsers without scripts is read otherwise by one that has them.
   */
  private void removeLoading() {
    document.select("link, base, meta[http-equiv], object, embed, noscript").remove();
    for (String attribute : List.of("src", "srcset", "poster", "background")) {
      for (Element element : document.select("[" + attribute + "]")) {
        if (!element.attr(attribute).strip().startsWith("data:")) {
          element.removeAttr(attribute);
        }
      }
    }
    for (Element element : document.select("[^on]")) {
      element.attributes().asList().stream()
          .map(attribute -> attribute.getKey())
          .filter(key -> key.toLowerCase(Locale.ROOT).startsWith("on"))
          .toList()
          .forEach(element::removeAttr);
    }
  }
}
