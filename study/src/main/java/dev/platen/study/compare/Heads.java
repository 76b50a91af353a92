package dev.platen.study.compare;

import dev.platen.report.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/** The heads of a table's columns; the script lets the reader sort by them. */
final class Heads {
  private final HtmlWriter html;

  Heads(HtmlWriter html) {
    this.html = html;
  }

  Heads text(String title) {
    return head(null, false, title);
  }

  Heads number(String title) {
    return head("n", false, title);
  }

  /** A name of the user's, over numbers. */
  Heads metric(String name) {
    return head("n", true, name);
  }

  /** The same over what the rows are told by, which stays in view. */
  Heads main(String name) {
    return head("n held", true, name);
  }

  /** A name of the user's, over values of any kind. */
  Heads code(String name) {
    return head(null, true, name);
  }

  /** A head by which nobody sorts, and the ends of the scale below it. */
  Heads scale(String title, String ends) {
    html.open("th", "plain").attribute("scope", "col").text(title + " ");
    html.element("small", ends).close();
    return this;
  }

  private Heads head(@Nullable String cssClass, boolean isName, String title) {
    html.open("th").attribute("scope", "col").attribute("class", cssClass);
    if (isName) {
      html.element("code", title);
    } else {
      html.text(title);
    }
    html.close();
    return this;
  }
}
