package dev.platen.run;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpecs;
import java.util.Map;
import java.util.Optional;

/**
 * The kernel that a template runs on.
 *
 * @param requested the name that was asked for
 */
public record KernelChoice(String requested, KernelSpec spec) {

  /**
   * The one that is named, or the nearest of the template's language.
   *
   * @param named by the user; empty = the template's own
   * @param env Platen's environment variables, which tell where kernels are
   * @throws Fault {@code KERNEL_NOT_FOUND}
   */
  public static KernelChoice of(
      Template template, Optional<String> named, Map<String, String> env) {
    String own = template.path().getFileName() + ", metadata.kernelspec.name";
    String name = named.orElse(template.notebook().kernelName());
    if (name.isEmpty()) {
      throw Fault.of(FaultKind.KERNEL_NOT_FOUND, "the notebook names no kernel")
          .where(own)
          .found("nothing")
          .mend("pass --kernel NAME; 'platen kernels' lists them");
    }
    KernelSpec spec =
        new KernelSpecs(env, template.dir())
            .find(
                name,
                named.isPresent() ? "" : template.notebook().language(),
                named.isPresent() ? "--kernel" : own);
    return new KernelChoice(name, spec);
  }

  /** What to tell the user when another kernel than the requested one was taken. */
  public Optional<String> standsInFor() {
    return spec.name().equalsIgnoreCase(requested)
        ? Optional.empty()
        : Optional.of(
            "no kernel named '%s' here; using '%s' (%s)"
                .formatted(requested, spec.name(), spec.origin()));
  }
}
