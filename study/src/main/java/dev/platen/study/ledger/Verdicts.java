package dev.platen.study.ledger;

import java.util.List;

/** PLACEHOLDER. */
public final class Verdicts {
  private Verdicts() {}

  public static String reason(List<Verdict> verdicts) {
    return verdicts.isEmpty() ? "" : verdicts.get(0).input() + " changed";
  }
}
