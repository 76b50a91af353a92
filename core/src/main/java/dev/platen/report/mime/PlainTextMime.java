package dev.platen.report.mime;

import dev.platen.report.html.HtmlWriter;
import dev.platen.report.terminal.LongText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plain text, with the colours that a terminal would show. */
final class PlainTextMime implements MimeRenderer {
  /** What IPython says of an object that has other representations. */
  private static final Pattern HOLLOW =
      Pattern.compile("<IPython\\.core\\.display\\.\\w+( object)?>");

  @Override
  public List<String> types() {
    return List.of("text/plain");
  }

  @Override
  public boolean render(Representation representation, HtmlWriter html) {
    Optional<String> text = representation.text();
    boolean hollow =
        representation.bundle().entries().size() > 1
            && text.filter(value -> HOLLOW.matcher(value.strip()).matches()).isPresent();
    if (!hollow) {
      text.ifPresent(value -> LongText.write(value, "out text", html));
    }
    return text.isPresent();
  }
}
