package dev.platen.execute;

import dev.platen.kernel.KernelClient;
import dev.platen.message.Channel;
import dev.platen.message.ErrorContent;
import dev.platen.message.ExecuteReply;
import dev.platen.message.ExecuteRequest;
import dev.platen.message.Message;
import dev.platen.message.MessageTypes;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes the code cells of one notebook, in order, on one kernel. Used once.
 *
 * <p>As nbclient: the tags {@code raises-exception} and {@code skip-execution}, blank cells aren't
 * sent. Unlike nbclient: a cell ends by its idle status alone, streams are merged, outputs that
 * come late go to their own cell, and every cell says truly what became of it.
 */
public final class NotebookExecutor {
  /** A cell with this tag may raise. */
  public static final String RAISES_EXCEPTION = "raises-exception";

  /** A cell with this tag isn't run, and keeps the outputs it has. */
  public static final String SKIP_EXECUTION = "skip-execution";

  private final KernelClient kernel;
  private final ExecutionOptions options;
  private final ExecutionListener listener;
  private final Cancellation cancellation;
  private final Clock clock;
  private final NotebookOutputs outputs;
  private final Map<String, Integer> cellOfRequest = new HashMap<>();
  private final Map<Integer, CellTiming> timings = new HashMap<>();
  private final List<CellOutcome> outcomes = new ArrayList<>();
  private @Nullable Instant runningSince;

  public NotebookExecutor(
      KernelClient kernel,
      ExecutionOptions options,
      ExecutionListener listener,
      Cancellation cancellation,
      Clock clock) {
    this.kernel = kernel;
    this.options = options;
    this.listener = listener;
    this.cancellation = cancellation;
    this.clock = clock;
    this.outputs =
        new NotebookOutputs(content -> kernel.send(Channel.SHELL, MessageTypes.COMM_MSG, content));
  }

  /**
   * Executes the notebook.
   *
   * @throws InterruptedException when the executing thread is interrupted; the kernel is left as it
   *     is
   */
  public Execution execute(Notebook notebook) throws InterruptedException {
    UnboundedIopub.request(kernel, clock);
    Instant deadline = options.runTimeout().map(clock.instant()::plus).orElse(null);
    Supplier<Notebook> soFar = () -> soFar(notebook);
    RunStatus status = RunStatus.SUCCEEDED;
    CellStatus unreached = null;
    for (int i = 0; i < notebook.cells().size(); i++) {
      CellOutcome outcome =
          unreached == null
              ? run(i, notebook.cells().get(i), deadline, soFar)
              : CellOutcome.notRun(i, unreached);
      runningSince = null;
      outcomes.add(outcome);
      listener.cellFinished(outcome);
      listener.progressed(soFar);
      if (unreached == null) {
        unreached = unreachedBehind(outcome);
      }
      if (status == RunStatus.SUCCEEDED) {
        status = RunStatus.stoppedBy(outcome.status());
      }
    }
    if (status == RunStatus.SUCCEEDED || status == RunStatus.FAILED) {
      QuickExit.request(kernel, clock);
    }
    Notebook executed =
        new ExecutedNotebook(notebook, outcomes, outputs, timings).withLanguage(kernel.info());
    return new Execution(executed, status, outcomes);
  }

  private Notebook soFar(Notebook notebook) {
    List<CellOutcome> all = new ArrayList<>(outcomes);
    for (int i = all.size(); i < notebook.cells().size(); i++) {
      all.add(
          i == outcomes.size() && runningSince != null
              ? CellOutcome.running(i, timing(i).count(), runningSince)
              : CellOutcome.notRun(i, CellStatus.PENDING));
    }
    return new ExecutedNotebook(notebook, all, outputs, timings).withLanguage(kernel.info());
  }

  /** The status of the cells behind this one, or null when they are to be run. */
  private @Nullable CellStatus unreachedBehind(CellOutcome outcome) {
    boolean wantsExit = outcome.error().filter(NotebookExecutor::isCleanExit).isPresent();
    return switch (outcome.status()) {
      case TIMED_OUT, KERNEL_LOST, INTERRUPTED, PENDING -> CellStatus.PENDING;
      case FAILED ->
          options.afterError() == ExecutionOptions.AfterError.STOP ? CellStatus.PENDING : null;
      case COMPLETED -> wantsExit ? CellStatus.SKIPPED : null;
      case RUNNING, SKIPPED -> null;
    };
  }

  private CellOutcome run(
      int index, Cell cell, @Nullable Instant runDeadline, Supplier<Notebook> soFar)
      throws InterruptedException {
    if (!(cell instanceof CodeCell)) {
      return CellOutcome.notRun(index, CellStatus.COMPLETED);
    }
    if (cell.source().isBlank()
        || cell.hasTag(SKIP_EXECUTION)
        || options.leftOut().contains(cell.id())) {
      return CellOutcome.notRun(index, CellStatus.SKIPPED);
    }
    if (cancellation.isRequested()) {
      return CellOutcome.notRun(index, CellStatus.INTERRUPTED);
    }
    outputs.start(index);
    runningSince = clock.instant();
    listener.cellStarted(index, cell);
    listener.progressed(soFar);
    // What the listeners took is none of the cell's time.
    Instant start = clock.instant();
    Exchange exchange =
        Exchange.start(
            kernel,
            ExecuteRequest.cell(cell.source()),
            limits(start, runDeadline),
            (parent, message) -> publish(parent, message, soFar),
            () -> listener.progressed(soFar));
    cellOfRequest.put(exchange.requestId(), index);
    Exchange.Ending ending = exchange.await();
    outputs.finish();
    timing(index).replied(exchange.replyDate());
    return outcome(index, cell, exchange, ending, new CellOutcome.Span(start, clock.instant()));
  }

  private Exchange.Limits limits(Instant start, @Nullable Instant runDeadline) {
    Optional<Instant> cellDeadline = options.cellTimeout().map(start::plus);
    Instant deadline =
        runDeadline == null || cellDeadline.filter(runDeadline::isAfter).isPresent()
            ? cellDeadline.orElse(null)
            : runDeadline;
    Duration grace = options.interruptGrace();
    return new Exchange.Limits(clock, deadline, grace, cancellation);
  }

  private void publish(String requestId, Message message, Supplier<Notebook> soFar) {
    Integer index = cellOfRequest.get(requestId);
    if (index == null) {
      return;
    }
    if (message.type().equals(MessageTypes.STATUS)
        || message.type().equals(MessageTypes.EXECUTE_INPUT)) {
      timing(index).published(message);
      return;
    }
    outputs.accept(index, requestId, message.type(), message.content(), message.buffers());
    listener.outputArrived(index, message);
    listener.progressed(soFar);
  }

  private CellTiming timing(int index) {
    return timings.computeIfAbsent(index, i -> new CellTiming());
  }

  private CellOutcome outcome(
      int index, Cell cell, Exchange exchange, Exchange.Ending ending, CellOutcome.Span span) {
    Optional<ErrorContent> error =
        ending == Exchange.Ending.KERNEL_LOST
            ? Optional.of(KernelDeath.describe(exchange.exited()))
            : exchange.reply().filter(reply -> !reply.ok()).map(ExecuteReply::error);
    CellStatus status =
        switch (ending) {
          case TIMED_OUT -> CellStatus.TIMED_OUT;
          case CANCELLED -> CellStatus.INTERRUPTED;
          case KERNEL_LOST -> CellStatus.KERNEL_LOST;
          case DONE -> ended(cell, error);
        };
    OptionalInt count =
        exchange.reply().map(ExecuteReply::executionCount).orElse(timing(index).count());
    return new CellOutcome(index, status, count, Optional.of(span), error);
  }

  private static CellStatus ended(Cell cell, Optional<ErrorContent> error) {
    return error.isEmpty() || cell.hasTag(RAISES_EXCEPTION) || isCleanExit(error.get())
        ? CellStatus.COMPLETED
        : CellStatus.FAILED;
  }

  /** {@code exit()} without a code, or with code 0, ends the run there on purpose. */
  private static boolean isCleanExit(ErrorContent error) {
    return error.ename().equals("SystemExit")
        && (error.evalue().isEmpty()
            || error.evalue().equals("0")
            || error.evalue().equals("None"));
  }
}
