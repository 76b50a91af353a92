package dev.platen.study.ledger;

import dev.platen.kernelspec.KernelSpec;
import dev.platen.parameter.Parameters;
import dev.platen.run.Template;
import dev.platen.run.provenance.DeclaredInputs;
import dev.platen.run.provenance.KernelSpecHash;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run would depend on if it were made now.
 *
 * @param template the notebook's path, absolute
 * @param codeSha256 of its code
 * @param effective its literal defaults, and over them the parameters that are given, typed
 * @param kernel how it would be started; empty when there is none of that name
 * @param inputs what the study declares
 */
public record Expectation(
    Path template,
    String codeSha256,
    Parameters effective,
    Optional<Kernel> kernel,
    DeclaredInputs inputs) {

  /**
   * A kernel that is there.
   *
   * @param prefix the environment to which its kernelspec belongs
   * @param command the first word of its command line
   */
  public record Kernel(String name, String specSha256, Path prefix, String command) {
    static Kernel of(KernelSpec spec) {
      String command = spec.argv().isEmpty() ? "" : spec.argv().get(0);
      return new Kernel(spec.name(), KernelSpecHash.of(spec), spec.prefix(), command);
    }
  }

  /**
   * What a run of a template would depend on.
   *
   * @param effective as {@link Template#effective} gives them
   */
  public static Expectation of(
      Template template, Parameters effective, Optional<KernelSpec> kernel, DeclaredInputs inputs) {
    return new Expectation(
        template.path().normalize(),
        template.codeSha256(),
        effective,
        kernel.map(Kernel::of),
        inputs);
  }

  /** The same with other parameters: all else is worked out once for all trials of a study. */
  public Expectation with(Parameters others) {
    return new Expectation(template, codeSha256, others, kernel, inputs);
  }
}
