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
  private static final class Known<T> {
    private final Object state;
    private final T value;
    private int turn;

    Known(Object state, T value) {
      this.state = state;
      this.value = value;
    }
  }

  private final IdentityHashMap<PastRun, Known<T>> known = new IdentityHashMap<>();
  private List<?> layout = List.of();
  private int turn;

  /**
   * Begins anew; runs that weren't asked for since the last time are forgotten.
   *
   * @param next what every value depends on beside its run
   */
  void begin(List<?> next) {
    if (next.equals(layout)) {
      known.values().removeIf(each -> each.turn != turn);
    } else {
      known.clear();
    }
    layout = next;
    turn++;
  }

  /**
   * The run's value; it is made if it wasn't there the last time.
   *
   * @param state what else this value depends on
   */
  T of(PastRun run, Object state, Function<PastRun, T> maker) {
    Known<T> of = known.get(run);
    if (of == null || !of.state.equals(state)) {
      of = new Known<>(state, maker.apply(run));
      known.put(run, of);
    }
    of.turn = turn;
    return of.value;
  }
}
