package dev.platen.study;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.run.RunRecovery;
import dev.platen.run.StopRequests;
import dev.platen.run.provenance.ProjectSnapshot;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that holds a study's runs, and in {@code .platen} what the study needs beside them.
 *
 * @param path absolute
 */
record OutFolder(Path path) {
  private static final String OWN = ".platen";

  /** Whatever is there has to be a folder. */
  void check() {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw Fault.of(FaultKind.STORAGE_DENIED, "the output folder is a file")
          .where(path.toString())
          .found("no folder")
          .mend("name another one with --out");
    }
  }

  boolean exists() {
    return Files.isDirectory(path);
  }

  /** Makes the folder if it isn't there. */
  void make() {
    try {
      Files.createDirectories(path.resolve(OWN));
    } catch (IOException e) {
      throw StorageFaults.writing(path, e);
    }
  }

  /**
   * Removes what killed drivers were writing beside their runs; only while no driver is at work.
   */
  void removeParts() {
    for (Path folder : List.of(path, path.resolve(OWN), snapshots())) {
      if (Files.isDirectory(folder)) {
        removeParts(folder);
      }
    }
  }

  private static void removeParts(Path folder) {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
      for (Path part : parts) {
        remove(part);
      }
    } catch (DirectoryIteratorException e) {
      throw StorageFaults.writing(folder, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw StorageFaults.writing(folder, e);
    }
  }

  private static void remove(Path part) throws IOException {
    try (Stream<Path> all = Files.walk(part)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Finishes the runs whose Platen was killed; only while this process makes none. */
  void tidy(StudyListener listener) {
    for (RunRecovery.Recovered each : RunRecovery.recoverAll(path, Set.of())) {
      String name = String.valueOf(each.folder().path().getFileName());
      switch (each.finding()) {
        case RECOVERED -> listener.note(name + " was left unfinished; it is sealed as it was");
        case REFUSED ->
            listener.note(
                name
                    + " was left unfinished and can't be sealed: "
                    + each.fault().map(Fault::getMessage).orElse(""));
        case DISCARDED, STILL_RUNNING, NOTHING_TO_DO -> {}
      }
    }
  }

  /** The file whose bytes are claims on trials. */
  Path claims() {
    return path.resolve(OWN).resolve("claims");
  }

  /** Where others ask the study, or one of its runs, to stop. */
  StopRequests stops() {
    return StopRequests.in(path);
  }

  Path snapshots() {
    return path.resolve(ProjectSnapshot.FOLDER);
  }

  /** The study as it was written when it last started. */
  Path lastStudy() {
    return path.resolve(OWN).resolve("study.yaml");
  }

  /** The decisions of the study's race. */
  Path race() {
    return path.resolve("race.json");
  }
}
