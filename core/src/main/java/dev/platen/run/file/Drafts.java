package dev.platen.run.file;

import dev.platen.execute.CellOutcome;
import dev.platen.execute.ExecutionListener;
import dev.platen.fault.Fault;
import dev.platen.message.Message;
import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Saves a notebook under way as its plan says, on the executing thread: what the kernel sends
 * meanwhile waits in memory, the kernel itself for nothing.
 */
final class Drafts implements ExecutionListener {
  private final NotebookTarget target;
  private final SavePlan plan;
  private final Clock clock;
  private final Consumer<String> notes;
  private Instant last;
  private Duration cost = Duration.ZERO;
  private boolean between;
  private boolean changed;
  private boolean refused;

  Drafts(NotebookTarget target, SavePlan plan, Clock clock, Consumer<String> notes) {
    this.target = target;
    this.plan = plan;
    this.clock = clock;
    this.notes = notes;
    this.last = clock.instant();
  }

  @Override
  public void cellStarted(int cellIndex, Cell cell) {
    between = true;
    changed = true;
  }

  @Override
  public void outputArrived(int cellIndex, Message message) {
    changed = true;
  }

  @Override
  public void cellFinished(CellOutcome outcome) {
    between = true;
    changed = true;
  }

  @Override
  public void progressed(Supplier<Notebook> soFar) {
    if (!changed || refused || !target.takesDrafts()) {
      return;
    }
    Instant now = clock.instant();
    if (plan.isDue(between, Duration.between(last, now), cost)) {
      save(soFar.get());
      last = clock.instant();
      cost = Duration.between(now, last);
      between = false;
      changed = false;
    }
  }

  /** What a draft can't be written for may be over when the run ends. */
  private void save(Notebook notebook) {
    try {
      target.draft(notebook);
    } catch (Fault fault) {
      refused = true;
      notes.accept("not saved before the end: " + fault.describe().lines().findFirst().orElse(""));
    }
  }
}
