package dev.platen.report.figure;

import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.TrustedHtml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames as what the page's script makes them of: a box around what stands for the figure,
 * with its data; and once, at the end, the libraries and large scripts, inert and compressed.
 */
public final class FrameWriter {
  private static final String LIBRARY = "library-";

  private final Figures figures;
  private final LibraryScripts libraries;
  private final Set<FigureLibrary> used = EnumSet.noneOf(FigureLibrary.class);

  /** Large scripts by their ids, compressed: those of all outputs are held until the page ends. */
  private final Map<String, String> parts = new LinkedHashMap<>();

  private boolean any;

  FrameWriter(Figures figures, LibraryScripts libraries) {
    this.figures = figures;
    this.libraries = libraries;
  }

  /** What becomes of an output; empty if it doesn't live by scripts. */
  public Optional<Drawing> drawing(MimeBundle bundle) {
    return figures.drawing(bundle);
  }

  /**
   * Opens the box; what is written then stands for the figure until it is drawn, and in print.
   *
   * @param title what the figure shows, for those who can't see it
   */
  public void open(Frame frame, String title, HtmlWriter html) {
    any = true;
    used.addAll(frame.libraries());
    frame.scripts().stream()
        .filter(InlineScript::isLarge)
        .forEach(script -> parts.computeIfAbsent(script.id(), id -> packed(script.text())));
    html.open("div", "out figure").attribute("data-draws", frame.draws());
    html.attribute("data-mode", frame.mode().isEmpty() ? null : frame.mode());
    html.attribute("data-libraries", ids(frame.libraries().stream().map(FrameWriter::id)));
    html.attribute(
        "data-parts",
        ids(frame.scripts().stream().filter(InlineScript::isLarge).map(InlineScript::id)));
    html.attribute("data-title", title).open("div", "twin");
  }

  /** Writes the frame's data, which the reader can save if it is what the notebook has. */
  public void data(Frame frame, String file, String cell, HtmlWriter html) {
    String data = Base64.getEncoder().encodeToString(frame.data().getBytes(StandardCharsets.UTF_8));
    html.open("p", "unshown").text("Drawn where scripts may run: " + frame.words() + ", ");
    html.element("code", frame.type());
    if (frame.whole()) {
      html.text(". ").open("a", "save figure-data").attribute("download", file);
      html.attribute("href", "data:application/octet-stream;base64," + data);
      html.attribute("aria-label", "Save it: " + frame.type() + " from " + cell);
      html.text("Save it").close().close();
    } else {
      html.text("; the notebook has it").close();
      inert("class", "figure-data", html).text(data).close();
    }
  }

  /** Closes the box, with the caption under it. */
  public void close(Optional<String> caption, HtmlWriter html) {
    html.close();
    caption.ifPresent(words -> html.element("p", "caption under", words));
    html.close();
  }

  /** Writes what the frames need, if there are any. */
  public void end(HtmlWriter html) {
    if (!any) {
      return;
    }
    for (FigureLibrary library : used) {
      inert("id", id(library), html).text(libraries.packed(library)).close().line();
    }
    parts.forEach((id, script) -> inert("id", id, html).text(script).close().line());
    inert("id", "figure-boot", html).trusted(TrustedHtml.vouchedFor(FrameScripts.BOOT)).close();
    html.trusted(TrustedHtml.vouchedFor("<script>" + FrameScripts.FIGURES + "</script>")).line();
  }

  /** Opens a script element of a type that no browser runs: for base64, and our own text. */
  private static HtmlWriter inert(String attribute, String name, HtmlWriter html) {
    return html.open("script").attribute("type", "text/plain").attribute(attribute, name);
  }

  private static String id(FigureLibrary library) {
    return LIBRARY + library.fileName();
  }

  private static @Nullable String ids(Stream<String> ids) {
    String all = ids.distinct().collect(Collectors.joining(" "));
    return all.isEmpty() ? null : all;
  }

  private static String packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
