package dev.platen.execute;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.message.ErrorContent;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.notebook.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down everything that arrives, at once and one JSON object a line, so that {@link
 * JournalReplay} can build the notebook again when Platen itself is killed. Each line leaves the
 * process before the next message is looked at. A stream message that continues the line before, as
 * nearly all do in a flood, is written as its {@code text} alone.
 *
 * <p>A journal that can't be written any more, on a full disk, falls silent rather than stop the
 * run: the outputs are still in memory, and the disk may have room again when the run ends.
 */
public final class Journal implements ExecutionListener {
  private static final Set<String> NAME_AND_TEXT = Set.of("name", "text");

  private final OutputStream out;
  private final Clock clock;
  private @Nullable IOException failure;
  private @Nullable Message lastStream;
  private int lastCell;

  /**
   * A journal on an open stream.
   *
   * @param out unbuffered: every write must reach the operating system
   */
  public Journal(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Why the journal fell silent; empty while all is well. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void cellStarted(int cellIndex, Cell cell) {
    lastStream = null;
    append(
        JsonObject.build(
            o ->
                o.put("event", "started")
                    .put("cell", cellIndex)
                    .put("time", clock.instant().toString())));
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    boolean isStream =
        message.type().equals(MessageTypes.STREAM)
            && message.content().members().keySet().equals(NAME_AND_TEXT);
    if (isStream && cellIndex == lastCell && continuesLast(message)) {
      append(JsonObject.build(o -> o.put("text", message.content().text("text"))));
    } else {
      append(whole(cellIndex, message));
    }
    lastStream = isStream ? message : null;
    lastCell = cellIndex;
  }

  private boolean continuesLast(Message stream) {
    return lastStream != null
        && stream.parentId().equals(lastStream.parentId())
        && stream.content().text("name").equals(lastStream.content().text("name"));
  }

  private static JsonObject whole(int cellIndex, Message message) {
    return JsonObject.build(
        o -> {
          o.put("event", "output")
              .put("cell", cellIndex)
              .put("parent", message.parentId())
              .put("type", message.type())
              .put("content", message.content());
          if (!message.buffers().isEmpty()) {
            o.put("buffers", base64(message.buffers()));
          }
        });
  }

  @Override
  public void cellFinished(CellOutcome outcome) {
    lastStream = null;
    append(
        JsonObject.build(
            o -> {
              o.put("event", "finished")
                  .put("cell", outcome.cellIndex())
                  .put("status", outcome.status().word())
                  .put("time", clock.instant().toString());
              outcome.executionCount().ifPresent(count -> o.put("execution_count", count));
              outcome.error().ifPresent(error -> o.put("error", error(error)));
            }));
  }

  private static JsonValue error(ErrorContent error) {
    return JsonObject.build(o -> o.put("ename", error.ename()).put("evalue", error.evalue()));
  }

  private static JsonArray base64(List<byte[]> buffers) {
    return JsonArray.ofStrings(
        buffers.stream().map(b -> Base64.getEncoder().encodeToString(b)).toList());
  }

  private void append(JsonObject event) {
    if (failure != null) {
      return;
    }
    try {
      ByteArrayOutputStream line = new ByteArrayOutputStream(256);
      JsonWriter.compact(event, line);
      line.write('\n');
      line.writeTo(out);
    } catch (IOException e) {
      failure = e;
    }
  }
}
