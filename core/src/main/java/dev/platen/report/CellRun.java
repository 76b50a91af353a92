package dev.platen.report;

import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.ErrorOutput;
import dev.platen.notebook.Output;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How a code cell fared, read from what papermill or JupyterLab noted in its metadata. */
record CellRun(CodeCell cell, int index) {

  /** How it ended. */
  enum Ending {
    COMPLETED(""),
    FAILED("failed"),
    TIMED_OUT("timed out"),
    KERNEL_LOST("kernel lost"),
    INTERRUPTED("interrupted"),
    NOT_RUN("not run");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean isBad() {
      return this != COMPLETED && this != NOT_RUN;
    }
  }

  /** The id of the cell on the page. */
  String anchor() {
    return anchor(index);
  }

  static String anchor(int index) {
    return "cell-" + (index + 1);
  }

  /** As people name it: {@code cell 7 (In [5])}. */
  String name() {
    String number = "cell " + (index + 1);
    return cell.executionCount().isPresent()
        ? number + " (In [" + cell.executionCount().getAsInt() + "])"
        : number;
  }

  Ending ending() {
    return switch (papermill().text("status")) {
      case "completed" -> Ending.COMPLETED;
      case "failed" -> Ending.FAILED;
      case "timed_out" -> Ending.TIMED_OUT;
      case "kernel_lost" -> Ending.KERNEL_LOST;
      case "interrupted" -> Ending.INTERRUPTED;
      case "skipped", "pending" -> Ending.NOT_RUN;
      default -> endingByOutputs();
    };
  }

  private Ending endingByOutputs() {
    if (error().isPresent() && !cell.hasTag("raises-exception")) {
      return Ending.FAILED;
    }
    boolean ran = cell.executionCount().isPresent() || !cell.outputs().isEmpty();
    return ran ? Ending.COMPLETED : Ending.NOT_RUN;
  }

  /** The error that it ended with. */
  Optional<ErrorOutput> error() {
    for (Output output : cell.outputs()) {
      if (output instanceof ErrorOutput error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }

  /** How long it ran, if known. */
  Optional<Duration> duration() {
    if (papermill().value("duration") instanceof JsonNumber seconds) {
      return Optional.of(Durations.ofSeconds(seconds.value().doubleValue()));
    }
    JsonObject times = cell.metadata().object("execution");
    Optional<OffsetDateTime> end = time(times, "shell.execute_reply");
    return time(times, "iopub.execute_input")
        .flatMap(start -> end.map(e -> Duration.between(start, e)));
  }

  private static Optional<OffsetDateTime> time(JsonObject times, String key) {
    try {
      return times.string(key).map(OffsetDateTime::parse);
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private JsonObject papermill() {
    return cell.metadata().object("papermill");
  }

  /** Whether there is nothing in the cell to show. */
  static boolean isEmpty(Cell cell) {
    return cell.source().isBlank() && !(cell instanceof CodeCell code && !code.outputs().isEmpty());
  }
}
