package dev.platen.report;

import dev.platen.notebook.MimeBundle;
import dev.platen.report.code.CodeHighlighter;
import dev.platen.report.figure.Figures;
import dev.platen.report.figure.Frame;
import dev.platen.report.figure.FrameWriter;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.TrustedHtml;
import dev.platen.report.markdown.DiagramRenderer;
import dev.platen.report.markdown.MarkdownDocument;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The diagrams in a report's texts, drawn in frames like those among the outputs. */
final class Diagrams implements DiagramRenderer {
  private final FrameWriter frames;
  private final Map<String, MimeBundle> planned = new LinkedHashMap<>();
  private int written;

  private Diagrams(FrameWriter frames) {
    this.frames = frames;
  }

  /** Those of all texts; the page's policy names their scripts from here on. */
  static Diagrams of(Collection<MarkdownDocument> documents, Figures figures, FrameWriter frames) {
    Diagrams diagrams = new Diagrams(frames);
    for (MarkdownDocument document : documents) {
      for (String source : document.diagrams()) {
        MimeBundle bundle = MimeBundle.ofText("text/vnd.mermaid", source);
        if (diagrams.planned.putIfAbsent(source, bundle) == null) {
          figures.plan(bundle);
        }
      }
    }
    return diagrams;
  }

  @Override
  public Optional<TrustedHtml> render(String source) {
    return Optional.ofNullable(planned.get(source))
        .flatMap(frames::drawing)
        .filter(Frame.class::isInstance)
        .map(frame -> HtmlWriter.fragment(html -> write((Frame) frame, source, html)));
  }

  private void write(Frame frame, String source, HtmlWriter html) {
    written++;
    String name = "diagram-" + written;
    frames.open(frame, frame.words(), html);
    html.open("pre", "code").open("code");
    CodeHighlighter.write(source.stripTrailing(), "mermaid", html);
    html.close().close();
    frames.data(frame, name + ".mmd", name, html);
    frames.close(Optional.empty(), html);
  }
}
