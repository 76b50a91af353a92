package dev.platen.run.provenance;

import java.time.Clock;

/**
 * What needs to be learned only once for all runs of a study: hashes of common data, owners of
 * modules. Safe for any thread.
 */
public final class ProvenanceMemory {
  private final FileHasher hasher;
  private final PackageOwners owners = new PackageOwners();

  public ProvenanceMemory(Clock clock) {
    this.hasher = new FileHasher(clock);
  }

  public FileHasher hasher() {
    return hasher;
  }

  PackageOwners owners() {
    return owners;
  }
}
