package dev.platen.run;

import dev.platen.json.JsonObject;
import dev.platen.kernel.KernelClient;
import dev.platen.kernelspec.KernelSpec;
import java.time.Clock;

/** Placeholder until provenance is merged. */
final class ProvenanceProbe {
  private ProvenanceProbe() {}

  static ProvenanceProbe start(RunRequest request, KernelSpec spec, Clock clock) {
    return new ProvenanceProbe();
  }

  void observe(KernelClient kernel) {}

  void collect(KernelClient kernel) {}

  JsonObject toJson() {
    return JsonObject.EMPTY;
  }
}
