package dev.platen.execute;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import dev.platen.message.ErrorContent;
import dev.platen.message.ExecutionCount;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Builds again, from a {@link Journal}, the execution of a Platen that was killed; or follows that
 * of one that is alive. Confined to one thread.
 */
public final class JournalReplay {
  private final Notebook notebook;
  private final NotebookOutputs outputs = new NotebookOutputs(WidgetStates.CommSender.NONE);
  private final Map<Integer, Instant> starts = new HashMap<>();
  private final CellOutcome[] outcomes;
  private Instant lastSeen = Instant.EPOCH;
  private JsonObject lastOutput = JsonObject.EMPTY;
  private OptionalInt running = OptionalInt.empty();

  /**
   * A replay of which nothing has been played yet.
   *
   * @param notebook as it was given to the executor
   */
  public JournalReplay(Notebook notebook) {
    this.notebook = notebook;
    this.outcomes = new CellOutcome[notebook.cells().size()];
  }

  /**
   * Replays a journal. Its last line may be cut off; nothing behind a broken line is trusted.
   *
   * @param notebook as it was given to the executor
   * @return the execution, interrupted where the journal ends
   */
  public static Execution replay(Notebook notebook, BufferedReader journal) throws IOException {
    JournalReplay replay = new JournalReplay(notebook);
    for (String line = journal.readLine(); line != null; line = journal.readLine()) {
      if (!replay.accept(line)) {
        break;
      }
    }
    return replay.execution();
  }

  /**
   * Plays the next line.
   *
   * @return false if it is no event; then nothing behind it can be trusted
   */
  public boolean accept(String line) {
    try {
      if (JsonReader.read(line) instanceof JsonObject event && isOfNotebook(event)) {
        accept(event);
        return true;
      }
      return false;
    } catch (JsonSyntaxException | DateTimeParseException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isOfNotebook(JsonObject event) {
    long cell = event.integer("cell").orElse(0L);
    return cell >= 0 && cell < outcomes.length;
  }

  /** The cell that has started and not finished, counted from 0. */
  public OptionalInt running() {
    return running;
  }

  /** When a cell started. */
  public Optional<Instant> start(int cell) {
    return Optional.ofNullable(starts.get(cell));
  }

  /** How many cells have finished, or won't be run. */
  public int finished() {
    return (int) Arrays.stream(outcomes).filter(o -> o != null).count();
  }

  /** What a cell has put out so far. */
  public List<Output> outputs(int cell) {
    return outputs.outputs(cell);
  }

  /** The notebook as it is at this moment: the running cell is {@code running}. */
  public Notebook soFar() {
    List<CellOutcome> all = new ArrayList<>();
    for (int cell = 0; cell < outcomes.length; cell++) {
      all.add(outcomes[cell] != null ? outcomes[cell] : notFinished(cell));
    }
    return new ExecutedNotebook(notebook, all, outputs, Map.of()).value();
  }

  private CellOutcome notFinished(int cell) {
    Instant start = starts.get(cell);
    return start != null && running.equals(OptionalInt.of(cell))
        ? CellOutcome.running(cell, OptionalInt.empty(), start)
        : CellOutcome.notRun(cell, CellStatus.PENDING);
  }

  private void accept(JsonObject event) {
    JsonValue more = event.value("text");
    if (more != null) {
      output(lastOutput, lastOutput.object("content").with("text", more));
      return;
    }
    int cell = event.integer("cell").orElse(0L).intValue();
    event.string("time").map(Instant::parse).ifPresent(time -> lastSeen = time);
    switch (event.text("event")) {
      case "started" -> {
        starts.put(cell, lastSeen);
        running = OptionalInt.of(cell);
        outputs.start(cell);
      }
      case "output" -> {
        lastOutput = event;
        output(event, event.object("content"));
      }
      case "finished" -> {
        running = OptionalInt.empty();
        outcomes[cell] = finished(cell, event);
      }
      default -> {}
    }
  }

  private void output(JsonObject event, JsonObject content) {
    int cell = event.integer("cell").orElse(0L).intValue();
    outputs.accept(cell, event.text("parent"), event.text("type"), content, buffers(event));
  }

  private static List<byte[]> buffers(JsonObject event) {
    List<byte[]> buffers = new ArrayList<>();
    event.array("buffers").stream()
        .filter(JsonString.class::isInstance)
        .forEach(b -> buffers.add(Base64.getDecoder().decode(((JsonString) b).value())));
    return buffers;
  }

  private CellOutcome finished(int cell, JsonObject event) {
    CellStatus status = CellStatus.valueOf(event.text("status").toUpperCase(Locale.ROOT));
    Optional<ErrorContent> error =
        event.has("error")
            ? Optional.of(ErrorContent.parse(event.object("error")))
            : Optional.empty();
    return new CellOutcome(cell, status, ExecutionCount.parse(event), span(cell), error);
  }

  private Optional<CellOutcome.Span> span(int cell) {
    return Optional.ofNullable(starts.get(cell)).map(s -> new CellOutcome.Span(s, lastSeen));
  }

  private Execution execution() {
    boolean complete = Arrays.stream(outcomes).allMatch(o -> o != null);
    RunStatus status = RunStatus.INTERRUPTED;
    for (int cell = 0; cell < outcomes.length; cell++) {
      if (outcomes[cell] == null) {
        outcomes[cell] =
            new CellOutcome(
                cell, unfinished(cell), OptionalInt.empty(), span(cell), Optional.empty());
      }
    }
    List<CellOutcome> all = List.of(outcomes);
    if (complete) {
      status =
          all.stream()
              .map(o -> RunStatus.stoppedBy(o.status()))
              .filter(s -> s != RunStatus.SUCCEEDED)
              .findFirst()
              .orElse(RunStatus.SUCCEEDED);
    }
    Notebook executed = new ExecutedNotebook(notebook, all, outputs, Map.of()).value();
    return new Execution(executed, status, all);
  }

  private CellStatus unfinished(int cell) {
    if (starts.containsKey(cell)) {
      return CellStatus.INTERRUPTED;
    }
    return notebook.cells().get(cell) instanceof CodeCell
        ? CellStatus.PENDING
        : CellStatus.COMPLETED;
  }
}
