package dev.platen.execute;

import dev.platen.json.JsonObject;
import dev.platen.message.ExecutionCount;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * When the kernel did what for one cell, by its own clock: the content of {@code
 * metadata.execution}.
 */
final class CellTiming {
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private final Map<String, String> dates = new TreeMap<>();
  private OptionalInt count = OptionalInt.empty();

  /** Notes a {@code status} or {@code execute_input}. */
  void published(Message message) {
    if (message.type().equals(MessageTypes.EXECUTE_INPUT)) {
      count = ExecutionCount.parse(message.content());
      note("iopub.execute_input", message.header().date());
    } else {
      note("iopub.status." + message.content().text("execution_state"), message.header().date());
    }
  }

  void replied(String date) {
    note("shell.execute_reply", date);
  }

  /** The execution count that the kernel announced when the cell began. */
  OptionalInt count() {
    return count;
  }

  JsonObject toMetadata() {
    return JsonObject.build(o -> dates.forEach(o::put));
  }

  private void note(String key, String date) {
    if (date.isEmpty()) {
      return;
    }
    if (isInMicros(date)) {
      dates.put(key, date);
      return;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(date).withOffsetSameInstant(ZoneOffset.UTC);
      dates.put(key, MICROS.format(time));
    } catch (DateTimeException e) {
      // A kernel may write dates as it likes; its own text says more than none.
      dates.put(key, date);
    }
  }

  /**
   * Whether a date has the form already in which Python's kernels write it: then it stays as it is,
   * be it a date or not, and needn't be parsed.
   */
  private static boolean isInMicros(String date) {
    return date.length() == "2026-01-31T12:34:56.123456Z".length()
        && date.charAt(10) == 'T'
        && date.charAt(19) == '.'
        && date.endsWith("Z");
  }
}
