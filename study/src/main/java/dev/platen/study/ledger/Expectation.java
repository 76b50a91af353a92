package dev.platen.study.ledger;

import dev.platen.kernelspec.KernelSpec;
import dev.platen.parameter.Parameters;
import dev.platen.run.Template;
import dev.platen.run.provenance.DeclaredInputs;

/** PLACEHOLDER. */
public record Expectation(
    Template template, Parameters effective, KernelSpec kernel, DeclaredInputs inputs) {
  public static Expectation of(
      Template template, Parameters effective, KernelSpec kernel, DeclaredInputs inputs) {
    return new Expectation(template, effective, kernel, inputs);
  }
}
