package dev.platen.study.compare;

import dev.platen.fault.Fault;
import dev.platen.hash.Sha256;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.json.NotebookReader;
import dev.platen.report.CellOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The cells of a run's notebook: what their numbers in the names of figures stand for. */
final class CellPlaces {
  /** A notebook of films isn't worth its headings. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int HASH = 12;
  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}[ \\t]+(.*?)[ \\t#]*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)\\]\\([^()]*\\)");
  private static final Pattern CHANCE_ID = Pattern.compile("[0-9a-f]{8}[0-9a-f-]*");

  private CellPlaces() {}

  /** Those of a notebook file; empty if it isn't there, can't be read, or is very large. */
  static Optional<List<CellPlace>> read(Path file) {
    return notebook(file).map(CellPlaces::of);
  }

  /** A notebook; empty on the same conditions. */
  static Optional<Notebook> notebook(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(NotebookReader.read(in, file.toString()));
      }
    } catch (IOException | Fault e) {
      // The figures are shown all the same, under their cells' numbers.
      return Optional.empty();
    }
  }

  static List<CellPlace> of(Notebook notebook) {
    List<CellPlace> places = new ArrayList<>();
    String heading = "";
    for (Cell cell : notebook.cells()) {
      boolean code = cell.kind() == Cell.Kind.CODE && !cell.hasTag("injected-parameters");
      if (cell.kind() == Cell.Kind.MARKDOWN) {
        heading = lastHeading(cell.source()).orElse(heading);
      }
      CellOptions options = CellOptions.of(code ? cell.source() : "");
      places.add(
          new CellPlace(
              places.size() + 1,
              cell.id(),
              heading,
              label(options, cell.id()),
              words(options),
              code,
              cell.source(),
              Sha256.of(cell.source().getBytes(StandardCharsets.UTF_8)).substring(0, HASH)));
    }
    return places;
  }

  private static String label(CellOptions options, String id) {
    return options.all("label").stream()
        .findFirst()
        .map(label -> ShortText.of(label, ShortText.CELL))
        .orElse(CHANCE_ID.matcher(id).matches() ? "" : id);
  }

  private static String words(CellOptions options) {
    return Stream.of(options.all("fig-alt", "alt"), options.all("fig-cap", "caption"))
        .flatMap(List::stream)
        .findFirst()
        .map(words -> ShortText.of(words, ShortText.CELL))
        .orElse("");
  }

  private static Optional<String> lastHeading(String source) {
    boolean fenced = false;
    Optional<String> last = Optional.empty();
    for (String line : source.split("\n", -1)) {
      Matcher heading = HEADING.matcher(line);
      if (FENCE.matcher(line).matches()) {
        fenced = !fenced;
      } else if (!fenced && heading.matches() && !heading.group(1).isBlank()) {
        String text = LINK.matcher(heading.group(1)).replaceAll("$1").replaceAll("[*`]", "");
        last = Optional.of(ShortText.of(text.strip(), ShortText.CELL));
      }
    }
    return last;
  }
}
