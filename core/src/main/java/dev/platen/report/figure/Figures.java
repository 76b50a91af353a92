package dev.platen.report.figure;

import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.report.html.ScriptHash;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is drawn in frames in one report. It is known before the first byte is written, because the
 * page's policy comes first and names every script.
 */
public final class Figures {
  private static final String NOT_BUILT_IN =
      "This Platen was built without npm, and so without the library that draws it. Install npm, run"
          + " scripts/setup, and make the report again.";

  /** Characters; what is larger stays in the notebook, as with all that can be saved. */
  private static final int MAX_SIZE = 8_000_000;

  /** Characters; of what is larger, the drawing is made again when it is written. */
  private static final int MAX_KEPT = 100_000;

  /** What is drawn, with its drawing if that is small. */
  private final IdentityHashMap<MimeBundle, Optional<Drawing>> drawings = new IdentityHashMap<>();

  private final Set<String> hashes = new HashSet<>();
  private final List<FigureType> types;
  private final LibraryScripts libraries;

  private Figures(List<FigureType> types, LibraryScripts libraries) {
    this.types = types;
    this.libraries = libraries;
  }

  /** None at all: a report that runs no script draws nothing. */
  public static Figures none() {
    return new Figures(List.of(), LibraryScripts.builtIn());
  }

  /**
   * Those of a notebook.
   *
   * @param pages whether HTML with scripts goes into a frame as well
   */
  public static Figures of(Notebook notebook, LibraryScripts libraries, boolean pages) {
    Figures figures =
        new Figures(
            FigureType.ALL.stream().filter(t -> pages || !(t instanceof ScriptedHtml)).toList(),
            libraries);
    for (Cell cell : notebook.cells()) {
      if (cell instanceof CodeCell code) {
        code.outputs().forEach(output -> figures.plan(bundle(output)));
      }
    }
    return figures;
  }

  /** What becomes of an output; empty if it doesn't live by scripts. */
  public Optional<Drawing> drawing(MimeBundle bundle) {
    Optional<Drawing> planned = drawings.get(bundle);
    if (planned == null) {
      return Optional.empty();
    }
    return planned.isPresent() ? planned : made(bundle);
  }

  /** What the page's policy has to name, so that the frames' scripts run: hashes. */
  public List<String> scriptSources() {
    return hashes.stream().sorted().map(ScriptHash::source).toList();
  }

  /** Writes them where they stand, and at the page's end what they need. */
  public FrameWriter writer() {
    return new FrameWriter(this, libraries);
  }

  private static MimeBundle bundle(Output output) {
    return output instanceof DisplayData display
        ? display.data()
        : output instanceof ExecuteResult result ? result.data() : MimeBundle.EMPTY;
  }

  /** Draws this too, unless it doesn't live by scripts. To be said before the page's policy is. */
  public void plan(MimeBundle bundle) {
    made(bundle)
        .ifPresent(
            drawing -> {
              boolean large = drawing instanceof Frame frame && frame.size() > MAX_KEPT;
              drawings.put(bundle, large ? Optional.empty() : Optional.of(drawing));
              if (drawing instanceof Frame frame) {
                admit(frame);
              }
            });
  }

  private void admit(Frame frame) {
    hashes.add(ScriptHash.of(FrameScripts.FIGURES));
    hashes.add(ScriptHash.of(FrameScripts.BOOT));
    frame.libraries().forEach(library -> hashes.add(libraries.hash(library)));
    frame.scripts().forEach(script -> hashes.add(ScriptHash.of(script.text())));
  }

  private Optional<Drawing> made(MimeBundle bundle) {
    return types.stream()
        .flatMap(type -> type.drawing(bundle).stream())
        .findFirst()
        .map(this::possible);
  }

  private Drawing possible(Drawing drawing) {
    if (!(drawing instanceof Frame frame)) {
      return drawing;
    }
    if (frame.data().length() > MAX_SIZE) {
      return new Undrawn("It is too large to be drawn in a report.");
    }
    return frame.libraries().stream().allMatch(libraries::has) ? frame : new Undrawn(NOT_BUILT_IN);
  }
}
