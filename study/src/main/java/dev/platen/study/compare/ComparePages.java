package dev.platen.study.compare;

import dev.platen.study.ledger.Ledger;
import java.nio.file.Path;
import java.util.Optional;

/** Writes {@code index.html} and {@code runs.csv} beside the run folders. */
public final class ComparePages {
  private ComparePages() {}

  /**
   * Reads all runs of a folder and writes both files into it.
   *
   * @return where the page is
   * @throws dev.platen.fault.Fault a storage fault
   */
  public static Path update(Path outDir) {
    return update(Ledger.read(outDir));
  }

  /** Writes both files of runs that were read already. */
  public static Path update(Ledger ledger) {
    Comparison comparison = comparison(ledger);
    RunsCsv.write(comparison, ledger.dir().resolve("runs.csv"));
    Path page = ledger.dir().resolve("index.html");
    ComparePage.write(comparison, page);
    return page;
  }

  /**
   * The best point of a template's runs against the next best, in words.
   *
   * @param template as the runs have it
   * @return empty without a goal, or as long as there are no two points to compare
   */
  public static Optional<String> verdict(Ledger ledger, String template) {
    return comparison(ledger).templates().stream()
        .filter(runs -> runs.template().equals(template))
        .findFirst()
        .flatMap(Ranking::of)
        .flatMap(Ranking::words);
  }

  private static Comparison comparison(Ledger ledger) {
    return new Comparison(ledger.dir(), ledger.runs(), ledger::isSuperseded, ledger.broken());
  }
}
