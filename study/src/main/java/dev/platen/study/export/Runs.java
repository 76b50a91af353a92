package dev.platen.study.export;

import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which runs are taken elsewhere. */
final class Runs {
  private Runs() {}

  /** Those that are sealed and that nothing speaks against, the oldest first. */
  static List<PastRun> trusted(Ledger ledger) {
    List<PastRun> runs =
        new ArrayList<>(ledger.runs().stream().filter(PastRun::isTrusted).toList());
    Collections.reverse(runs);
    return runs;
  }
}
