package dev.platen.report.math;

/**
 * Writes elements. Every text and attribute value is escaped here and nowhere else; what opens is
 * closed by whoever opened it.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private boolean script;

  /** Whether what is written now is a script, where operators have no space around them. */
  boolean inScript() {
    return script;
  }

  /** Writes a script. */
  void script(Node node) {
    boolean outer = script;
    script = true;
    node.write(this);
    script = outer;
  }

  /**
   * Opens an element.
   *
   * @param attributes name, value, name, value, … ; one with an empty value is left out
   */
  void open(String element, String... attributes) {
    start(element, attributes);
    out.append('>');
  }

  void close(String element) {
    out.append("</").append(element).append('>');
  }

  /** An element without content; attributes as in {@link #open}. */
  void empty(String element, String... attributes) {
    start(element, attributes);
    out.append("/>");
  }

  /** An element that contains text only; attributes as in {@link #open}. */
  void leaf(String element, String text, String... attributes) {
    open(element, attributes);
    escape(text);
    close(element);
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i + 1].isEmpty()) {
        out.append(' ').append(attributes[i]).append("=\"");
        escape(attributes[i + 1]);
        out.append('"');
      }
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
