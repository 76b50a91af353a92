package dev.platen.study.ledger;

import dev.platen.study.ledger.Verdict.State;
import java.util.Comparator;
import java.util.List;

/** What many verdicts come to. */
public final class Verdicts {
  private static final List<State> GRAVEST_FIRST =
      List.of(State.CHANGED, State.MISSING, State.UNKNOWN, State.SAME);

  private Verdicts() {}

  /** Those that differ first; what is known to differ before what can't be told. */
  public static List<Verdict> gravestFirst(List<Verdict> verdicts) {
    return verdicts.stream()
        .sorted(
            Comparator.comparingInt((Verdict v) -> GRAVEST_FIRST.indexOf(v.state()))
                .thenComparing(Verdict::kind))
        .toList();
  }

  /**
   * Why the run doesn't stand any more, as a clause: {@code model.py changed (and 2 more inputs)}.
   *
   * @return "" when it still stands
   */
  public static String reason(List<Verdict> verdicts) {
    List<Verdict> differing =
        gravestFirst(verdicts.stream().filter(verdict -> !verdict.isSame()).toList());
    if (differing.isEmpty()) {
      return "";
    }
    String first = differing.get(0).clause();
    int more = differing.size() - 1;
    return switch (more) {
      case 0 -> first;
      case 1 -> first + " (and 1 more input)";
      default -> first + " (and " + more + " more inputs)";
    };
  }
}
