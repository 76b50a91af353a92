package dev.platen.study.backend;

import dev.platen.execute.Cancellation;
import dev.platen.run.RunListener;
import dev.platen.run.RunRequest;
import dev.platen.run.RunResult;

/** A place in which runs happen. */
public interface Backend {

  /** How many runs it takes at once, one at least. */
  int capacity();

  /**
   * Makes one run; its folder is sealed when this returns. May be called by as many threads at once
   * as there is capacity.
   *
   * @throws dev.platen.fault.Fault as {@link dev.platen.run.Runner#run}
   */
  RunResult run(RunRequest request, RunListener listener, Cancellation cancellation)
      throws InterruptedException;
}
