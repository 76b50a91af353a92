package dev.platen.study.ledger;

import java.util.List;

/** PLACEHOLDER. */
public final class Freshness {
  public Freshness(dev.platen.run.provenance.FileHasher hasher) {}

  public List<Verdict> check(PastRun run, Expectation expected) {
    return run.parameters().equals(expected.effective())
        ? List.of()
        : List.of(new Verdict("parameters"));
  }
}
