package dev.platen.study;

import dev.platen.run.provenance.ProjectSnapshot;
import java.util.Optional;

/** Keeps the project's modules as they are when a study starts. */
final class Snapshots {
  private Snapshots() {}

  static Optional<ProjectSnapshot> take(StudySetup setup) {
    return Optional.empty();
  }
}
