package dev.platen.export;

import dev.platen.json.JsonString;
import dev.platen.notebook.MimeBundle;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a cell's attachments files, and links to them. */
final class AttachmentFiles {
  private static final String SCHEME = "attachment:";

  private AttachmentFiles() {}

  /** The text with links to files; a link to an attachment that isn't there stays as it is. */
  static String link(
      String source, Map<String, MimeBundle> attachments, String prefix, SideFiles files) {
    if (attachments.isEmpty() || !source.contains(SCHEME)) {
      return source;
    }
    String text = source;
    // The longest first: a name may begin with another.
    List<Map.Entry<String, MimeBundle>> longestFirst =
        attachments.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
            .toList();
    for (Map.Entry<String, MimeBundle> attachment : longestFirst) {
      String name = attachment.getKey();
      Optional<byte[]> content = content(attachment.getValue());
      String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
      boolean used = text.contains(SCHEME + name) || text.contains(SCHEME + encoded);
      if (used && content.isPresent()) {
        String otherwise = prefix + "_" + name.replaceAll("[^A-Za-z0-9.-]", "_");
        String link = files.add(name, otherwise, content.get());
        text = text.replace(SCHEME + name, link).replace(SCHEME + encoded, link);
      }
    }
    return text;
  }

  private static Optional<byte[]> content(MimeBundle bundle) {
    return bundle.entries().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof JsonString)
        .findFirst()
        .flatMap(entry -> MimeFiles.bytes(entry.getKey(), bundle.text(entry.getKey()).orElse("")));
  }
}
