package dev.platen.notebook.validate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document, written only when something is wrong there: {@code
 * cells[3].outputs[0].data["text/html"]}.
 *
 * @param key the member's name, or null in an array
 * @param index 0-based, of an array's element
 */
record Place(@Nullable Place parent, @Nullable String key, int index) {
  static final Place ROOT = new Place(null, "", 0);

  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_][a-zA-Z_0-9]*");

  Place key(String name) {
    return new Place(this, name, 0);
  }

  Place index(int i) {
    return new Place(this, null, i);
  }

  @Override
  public String toString() {
    if (parent == null) {
      return "";
    }
    String before = parent.toString();
    if (key == null) {
      return before + "[" + index + "]";
    }
    if (!PLAIN.matcher(key).matches()) {
      return before + "[\"" + key + "\"]";
    }
    return before.isEmpty() ? key : before + "." + key;
  }
}
