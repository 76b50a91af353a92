package dev.platen.kernel;

import dev.platen.json.JsonString;
import dev.platen.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a value may look where it is printed: as it is, in quotes of JSON, Python or HTML, and in
 * those of a text that stands in quotes itself, in an address, in hex, and in base64 together with
 * whatever stands before and behind it, in one line or several.
 */
final class SecretForms {
  /** What is shorter stands in too many places by chance. */
  private static final int SHORTEST_CORE = 6;

  /** A line of a key in several lines that says something. */
  private static final int SHORTEST_LINE = 8;

  private static final String UNRESERVED = "-._~";

  private SecretForms() {}

  static Set<SecretForm> of(String value) {
    Set<SecretForm> forms = new LinkedHashSet<>();
    addOf(value, forms);
    if (value.lines().count() > 1) {
      value.lines().filter(line -> line.length() >= SHORTEST_LINE).forEach(l -> addOf(l, forms));
    }
    return forms;
  }

  private static void addOf(String value, Set<SecretForm> forms) {
    Set<String> plain = new LinkedHashSet<>();
    quoted(value).forEach(once -> plain.addAll(quoted(once)));
    addHtml(value, plain);
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    plain.add(bytes(utf8, ""));
    plain.add(bytes(utf8, "'"));
    addAddresses(utf8, plain);
    for (String between : List.of("", " ", ":", "-")) {
      plain.add(HexFormat.ofDelimiter(between).formatHex(utf8));
      plain.add(HexFormat.ofDelimiter(between).withUpperCase().formatHex(utf8));
    }
    plain.forEach(form -> forms.add(new SecretForm(form, false)));
    for (int before = 0; before < 3; before++) {
      addBase64(utf8, before, forms);
    }
  }

  /** As it is, and in the quotes of JSON and of most languages. */
  private static List<String> quoted(String value) {
    String json = JsonWriter.compactText(new JsonString(value));
    return List.of(
        value,
        json.substring(1, json.length() - 1),
        escaped(value, "\"", "\\u%04x"),
        escaped(value, "'", "\\x%02x"),
        escaped(value, "", ""),
        escaped(value, "'", ""));
  }

  /** As Python writes bytes. */
  private static String bytes(byte[] utf8, String quotes) {
    return escaped(new String(utf8, StandardCharsets.ISO_8859_1), quotes, "\\x%02x");
  }

  /**
   * With backslashes, as nearly all languages write text.
   *
   * @param quotes that are escaped
   * @param code of letters beyond ASCII; "" leaves them
   */
  private static String escaped(String value, String quotes, String code) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int control = "\n\r\t".indexOf(c);
      if (control >= 0) {
        out.append('\\').append("nrt".charAt(control));
      } else if (c == '\\' || quotes.indexOf(c) >= 0) {
        out.append('\\').append(c);
      } else if (c > '~' && !code.isEmpty()) {
        out.append(String.format(c > 0xff ? "\\u%04x" : code, (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static void addHtml(String value, Set<String> forms) {
    String tags = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    forms.add(tags);
    String quoted = tags.replace("\"", "&quot;");
    forms.add(quoted);
    forms.add(quoted.replace("'", "&#x27;"));
    forms.add(quoted.replace("'", "&#39;"));
  }

  private static void addAddresses(byte[] utf8, Set<String> forms) {
    forms.add(percent(utf8, UNRESERVED));
    forms.add(percent(utf8, UNRESERVED + "/"));
    forms.add(percent(utf8, UNRESERVED + "!'()*"));
    forms.add(percent(utf8, UNRESERVED).replace("%20", "+"));
  }

  private static String percent(byte[] utf8, String plain) {
    StringBuilder out = new StringBuilder();
    for (byte each : utf8) {
      char c = (char) (each & 0xff);
      boolean stands = c < 0x80 && (Character.isLetterOrDigit(c) || plain.indexOf(c) >= 0);
      out.append(stands ? String.valueOf(c) : String.format("%%%02X", (int) c));
    }
    return out.toString();
  }

  /** The part that is the same whatever stands before, {@code before} bytes modulo three of it. */
  private static void addBase64(byte[] utf8, int before, Set<SecretForm> forms) {
    byte[] shifted = new byte[before + utf8.length];
    System.arraycopy(utf8, 0, shifted, before, utf8.length);
    int first = (before * 8 + 5) / 6;
    int last = shifted.length * 8 / 6;
    if (last - first >= SHORTEST_CORE) {
      String all = Base64.getEncoder().encodeToString(shifted);
      String core = all.substring(first, last);
      forms.add(new SecretForm(core, true));
      forms.add(new SecretForm(core.replace('+', '-').replace('/', '_'), true));
      forms.add(new SecretForm(core.replace("+", "%2B").replace("/", "%2F"), false));
    }
  }
}
