package dev.platen.study.compare;

import dev.platen.study.ledger.PastRun;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * What was worked out of each run the last time. A sealed run stays the same object from one ledger
 * to the next, so what is done anew after every run costs the work for the new run only. Confined
 * to one thread.
 */
final class RunCache<T> {
  private record Known<T>(Object state, T value) {}

  private IdentityHashMap<PastRun, Known<T>> before = new IdentityHashMap<>();
  private IdentityHashMap<PastRun, Known<T>> now = new IdentityHashMap<>();
  private List<?> layout = List.of();

  /**
   * Begins anew; runs that weren't asked for since the last time are forgotten.
   *
   * @param next what every value depends on beside its run
   */
  void begin(List<?> next) {
    before = next.equals(layout) ? now : new IdentityHashMap<>();
    now = new IdentityHashMap<>();
    layout = next;
  }

  /**
   * The run's value; it is made if it wasn't there the last time.
   *
   * @param state what else this value depends on
   */
  T of(PastRun run, Object state, Function<PastRun, T> maker) {
    Known<T> known = before.get(run);
    if (known == null || !known.state().equals(state)) {
      known = new Known<>(state, maker.apply(run));
    }
    now.put(run, known);
    return known.value();
  }
}
