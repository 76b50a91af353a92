package dev.platen.report;

import java.util.List;

/** Facts of one sort, such as those about the host. */
public record FactGroup(String title, List<Fact> facts) {
  public FactGroup {
    facts = List.copyOf(facts);
  }
}
