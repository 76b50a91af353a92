package dev.platen.study.compare;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.notebook.StreamOutput;
import dev.platen.report.html.TableText;
import dev.platen.report.terminal.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The texts and tables that a notebook shows, as a page that holds those of many runs can bear
 * them. All of it is text: of tables only what their cells say.
 */
final class RunOutputs {
  /** Of one text, half of it from its beginning and half from its end. */
  static final int MOST_CHARS = 4000;

  private static final TableText.Most MOST_TABLE = new TableText.Most(60, 24, 120);

  /** Of one run: a cell in a loop may show thousands. */
  private static final int MOST_OUTPUTS = 64;

  private static final Set<String> REMOVED =
      Set.of("remove-output", "remove_output", "remove-cell", "remove_cell");

  private final CellPlace place;
  private final List<RunOutput> found = new ArrayList<>();
  private final StringBuilder printed = new StringBuilder();
  private int texts;
  private int tables;

  private RunOutputs(CellPlace place) {
    this.place = place;
  }

  static List<RunOutput> of(Notebook notebook) {
    List<CellPlace> places = CellPlaces.of(notebook);
    List<RunOutput> all = new ArrayList<>();
    for (int i = 0; i < places.size() && all.size() < MOST_OUTPUTS; i++) {
      Cell cell = notebook.cells().get(i);
      if (cell instanceof CodeCell code && cell.tags().stream().noneMatch(REMOVED::contains)) {
        all.addAll(new RunOutputs(places.get(i).withoutSource()).read(code));
      }
    }
    return List.copyOf(all.subList(0, Math.min(MOST_OUTPUTS, all.size())));
  }

  private List<RunOutput> read(CodeCell cell) {
    String stream = "";
    for (Output output : cell.outputs()) {
      String name = output instanceof StreamOutput s ? s.name() : "";
      if (!name.equals(stream)) {
        endText();
      }
      stream = name;
      switch (output.kind()) {
        case STREAM -> printed.append(((StreamOutput) output).text());
        case DISPLAY_DATA -> bundle(((DisplayData) output).data());
        case EXECUTE_RESULT -> bundle(((ExecuteResult) output).data());
        // The page lists what failed, and the report has it with its traceback.
        case ERROR -> {}
      }
    }
    endText();
    return found;
  }

  private void bundle(MimeBundle data) {
    boolean isDrawn =
        data.entries().keySet().stream()
            .anyMatch(type -> type.startsWith("image/") || MimeBundle.isJson(type));
    if (isDrawn) {
      return;
    }
    Optional<TableText> table =
        data.text("text/html").flatMap(html -> TableText.first(html, MOST_TABLE));
    if (table.isPresent()) {
      tables++;
      found.add(new RunOutput(place, tables, true, json(table.get())));
    } else if (!data.has("text/html")) {
      Stream.of("text/markdown", "text/latex", "text/plain")
          .flatMap(type -> data.text(type).stream())
          .findFirst()
          .ifPresent(printed::append);
      endText();
    }
  }

  private void endText() {
    String text = TerminalText.plain(printed.toString()).stripTrailing();
    printed.setLength(0);
    if (!text.isBlank()) {
      texts++;
      found.add(new RunOutput(place, texts, false, new JsonString(shortened(text))));
    }
  }

  /** Beginning and end: what a training says last matters most. */
  static String shortened(String text) {
    if (text.length() <= MOST_CHARS) {
      return text;
    }
    int head = MOST_CHARS / 2;
    int tail = text.length() - MOST_CHARS / 2;
    head -= Character.isHighSurrogate(text.charAt(head - 1)) ? 1 : 0;
    tail += Character.isLowSurrogate(text.charAt(tail)) ? 1 : 0;
    return "%s\n… %d characters are left out …\n%s"
        .formatted(text.substring(0, head), tail - head, text.substring(tail));
  }

  private static JsonObject json(TableText table) {
    List<JsonValue> rows = table.rows().stream().<JsonValue>map(JsonArray::ofStrings).toList();
    return JsonObject.build(
        o -> {
          o.put("heads", JsonNumber.of(table.headRows()));
          o.put("side", JsonNumber.of(table.headColumns()));
          o.put("rows", new JsonArray(rows));
          if (table.isCut()) {
            o.put("cut", true);
          }
        });
  }
}
