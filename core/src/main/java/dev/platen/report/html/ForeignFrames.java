package dev.platen.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Frames in HTML of others. What is in them isn't part of the page, but it is named. */
final class ForeignFrames {
  private ForeignFrames() {}

  /**
   * Takes away what lies under a frame that fills the element around it, and the room that is kept
   * for the frame. Only who can't have the frame would see it: folium asks there to be trusted.
   */
  static void uncover(Element body) {
    for (Element frame : body.select("iframe")) {
      Element around = frame.parent();
      if (around != null && !around.equals(body) && covers(frame)) {
        List.copyOf(around.childNodes()).stream()
            .filter(n -> !n.equals(frame))
            .forEach(Node::remove);
        around.removeAttr("style");
      }
    }
  }

  private static boolean covers(Element frame) {
    String style = frame.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return style.contains("position:absolute") && style.contains("height:100%");
  }

  /** Where its page lies, if a reader may go there. */
  static Optional<String> address(Element frame, LinkTargets links) {
    return Optional.of(frame.attr("src").strip())
        .filter(source -> !source.isEmpty() && !frame.hasAttr("srcdoc"))
        .flatMap(links::resolve);
  }
}
