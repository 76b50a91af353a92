package dev.platen.study.serve;

import dev.platen.json.JsonObject;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An output as the live page shows it: plain text, or an image or HTML that the page asks for. The
 * report so far has it as it will be.
 *
 * @param key unique in its run
 * @param cell counted from 1
 * @param kind {@code text}, {@code stderr}, {@code error}, {@code image}, {@code html} or {@code
 *     note}
 * @param text of an image or HTML its key and its version, by which the page asks for it; of HTML
 *     about how many lines it has as well
 */
record ShownOutput(String key, int cell, String kind, String text) {
  private static final int MOST_CHARS = 8000;

  /** Bitmaps, and the one kind of drawing that browsers take for an image. */
  static final List<String> IMAGES =
      List.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml");

  private static final Pattern CONTROLS =
      Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]|[\\p{Cntrl}&&[^\n\t\r]]");

  private static final Pattern OBJECT = Pattern.compile("<[^<>\n]*>");
  private static final Pattern KEY = Pattern.compile("([1-9]\\d{0,5})\\.([1-9]\\d{0,5})");

  /** An image's content. */
  static final class Image {
    private final String type;
    private final byte[] bytes;

    private Image(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    String type() {
      return type;
    }

    /** Not to be changed. */
    byte[] bytes() {
      return bytes;
    }
  }

  static ShownOutput note(String words) {
    return new ShownOutput("note", 0, "note", words);
  }

  /** Those of a cell, which is counted from 0. */
  static List<ShownOutput> of(int cell, List<Output> outputs) {
    List<ShownOutput> shown = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      String key = (cell + 1) + "." + (i + 1);
      Output output = outputs.get(i);
      String text = text(output);
      Optional<String> image = imageType(output);
      Optional<String> html = html(output);
      if (image.isPresent()) {
        String version = version(bundle(output).text(image.get()).orElse(""));
        shown.add(new ShownOutput(key, cell + 1, "image", key + "/" + version));
      } else if (html.isPresent()) {
        String place = key + "/" + version(html.get()) + "/" + ShownHtml.lines(html.get());
        shown.add(new ShownOutput(key, cell + 1, "html", place));
      } else if (!text.isEmpty()) {
        shown.add(new ShownOutput(key, cell + 1, kind(output), tail(text)));
      }
    }
    return shown;
  }

  private static String version(String content) {
    return Integer.toHexString(content.hashCode());
  }

  /** The HTML of an output that a frame shows. */
  static Optional<String> html(Output output) {
    return imageType(output).isPresent()
        ? Optional.empty()
        : bundle(output).text("text/html").filter(ShownHtml::isShown);
  }

  /** Which output of a run a key names: its cell and its place, both from 0. */
  static Optional<int[]> place(String key) {
    Matcher parts = KEY.matcher(key);
    return parts.matches()
        ? Optional.of(
            new int[] {Integer.parseInt(parts.group(1)) - 1, Integer.parseInt(parts.group(2)) - 1})
        : Optional.empty();
  }

  /** The last line of text among outputs. */
  static Optional<String> lastLine(List<Output> outputs) {
    for (int i = outputs.size() - 1; i >= 0; i--) {
      if (outputs.get(i) instanceof StreamOutput stream) {
        List<String> lines = tail(stream.text()).lines().filter(l -> !l.isBlank()).toList();
        if (!lines.isEmpty()) {
          return Optional.of(lines.get(lines.size() - 1).strip());
        }
      }
    }
    return Optional.empty();
  }

  /** The image that an output shows. */
  static Optional<Image> image(Output output) {
    return imageType(output)
        .flatMap(
            type ->
                bundle(output)
                    .text(type)
                    .flatMap(text -> bytes(type, text))
                    .map(bytes -> new Image(type, bytes)));
  }

  private static Optional<byte[]> bytes(String type, String text) {
    if (type.equals("image/svg+xml")) {
      return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> imageType(Output output) {
    MimeBundle data = bundle(output);
    return IMAGES.stream().filter(type -> data.text(type).isPresent()).findFirst();
  }

  private static MimeBundle bundle(Output output) {
    return switch (output.kind()) {
      case DISPLAY_DATA -> ((DisplayData) output).data();
      case EXECUTE_RESULT -> ((ExecuteResult) output).data();
      case STREAM, ERROR -> MimeBundle.EMPTY;
    };
  }

  private static String kind(Output output) {
    return switch (output.kind()) {
      case STREAM -> ((StreamOutput) output).name().equals("stderr") ? "stderr" : "text";
      case ERROR -> "error";
      case DISPLAY_DATA, EXECUTE_RESULT -> isForReportOnly(bundle(output)) ? "note" : "text";
    };
  }

  private static String text(Output output) {
    return switch (output.kind()) {
      case STREAM -> ((StreamOutput) output).text();
      case ERROR -> String.join("\n", ((ErrorOutput) output).traceback());
      case DISPLAY_DATA, EXECUTE_RESULT -> {
        MimeBundle data = bundle(output);
        yield isForReportOnly(data)
            ? "The report so far shows what came here: "
                + String.join(", ", data.entries().keySet())
            : data.text("text/plain").orElse("");
      }
    };
  }

  /** Whether its text says no more than what sort of object it is. */
  private static boolean isForReportOnly(MimeBundle data) {
    return data.text("text/plain")
        .map(text -> data.entries().size() > 1 && OBJECT.matcher(text).matches())
        .orElse(!data.entries().isEmpty());
  }

  /** The end of a text as a terminal would show it: colours gone, lines written over. */
  static String tail(String text) {
    // More than is kept, for a progress bar writes over what it wrote.
    String end = text.substring(Math.max(0, text.length() - 4 * MOST_CHARS));
    StringBuilder shown = new StringBuilder();
    for (String line : CONTROLS.matcher(end).replaceAll("").split("\n", -1)) {
      String kept = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      shown.append(kept, kept.lastIndexOf('\r') + 1, kept.length()).append('\n');
    }
    shown.setLength(shown.length() - 1);
    return shown.substring(Math.max(0, shown.length() - MOST_CHARS));
  }

  JsonObject toJson() {
    return JsonObject.build(o -> o.put("cell", cell).put("kind", kind).put("text", text));
  }

  /** What is new since; of text that only grew what was added. */
  JsonObject since(ShownOutput before) {
    boolean isText = !kind.equals("image") && !kind.equals("html");
    return kind.equals(before.kind) && isText && text.startsWith(before.text)
        ? JsonObject.build(o -> o.put("more", text.substring(before.text.length())))
        : toJson();
  }
}
