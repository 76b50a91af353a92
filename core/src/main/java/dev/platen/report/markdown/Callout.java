package dev.platen.report.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.CustomBlock;

/** A block that stands out, such as a warning; or a block of no kind, which only groups. */
final class Callout extends CustomBlock {

  /** How it looks. */
  enum Kind {
    NOTE,
    TIP,
    IMPORTANT,
    WARNING,
    CAUTION;

    String cssClass() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(?:^|[.\\s{])(?:callout-)?(note|seealso|admonition|tip|hint|important|attention|warning"
              + "|caution|danger|error)(?![\\w-])");

  private final Optional<Kind> kind;
  private String title;

  private Callout(Optional<Kind> kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  /** One without a kind. */
  static Callout group() {
    return new Callout(Optional.empty(), "");
  }

  /**
   * The callout that a name in any of the dialects means.
   *
   * @param name such as {@code NOTE}, {@code {note}} or {@code {.callout-note}}
   * @param title "" for the name itself
   * @return empty if it names none
   */
  static Optional<Callout> named(String name, String title) {
    Matcher found = NAME.matcher(name);
    if (!found.find()) {
      return Optional.empty();
    }
    String word = found.group(1).toLowerCase(Locale.ROOT);
    String own = word.equals("seealso") ? "See also" : word.equals("admonition") ? "Note" : word;
    String shown = Character.toUpperCase(own.charAt(0)) + own.substring(1);
    return Optional.of(
        new Callout(Optional.of(kind(word)), title.isBlank() ? shown : title.strip()));
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "tip", "hint" -> Kind.TIP;
      case "important", "attention" -> Kind.IMPORTANT;
      case "warning" -> Kind.WARNING;
      case "caution", "danger", "error" -> Kind.CAUTION;
      default -> Kind.NOTE;
    };
  }

  Optional<Kind> kind() {
    return kind;
  }

  String title() {
    return title;
  }

  void title(String text) {
    title = text;
  }
}
