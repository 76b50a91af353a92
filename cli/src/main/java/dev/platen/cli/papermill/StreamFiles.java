package dev.platen.cli.papermill;

import dev.platen.cli.output.Terminal;
import dev.platen.execute.ExecutionListener;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.LinkedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of {@code --stdout-file} and {@code --stderr-file}. */
final class StreamFiles {
  private final List<StreamFile> files = new ArrayList<>();

  StreamFiles(Optional<String> stdout, Optional<String> stderr, Terminal terminal) {
    stdout.ifPresent(place -> files.add(new StreamFile("stdout", place, terminal)));
    stderr.ifPresent(place -> files.add(new StreamFile("stderr", place, terminal)));
  }

  /**
   * Before anything is run.
   *
   * @throws Fault {@code USAGE} if one is the notebook too, or the other; a storage fault if
   *     nothing can be written there
   */
  void check(PapermillPaths paths) {
    Map<String, String> taken = new HashMap<>();
    if (!paths.input().equals(PapermillPaths.STANDARD)) {
      place(paths.input()).ifPresent(place -> taken.put(place, "the notebook that is run"));
    }
    place(paths.output()).ifPresent(place -> taken.put(place, "where the notebook is written"));
    for (StreamFile file : files) {
      String place = place(file.place()).orElse("");
      String other = taken.get(place);
      if (other != null) {
        throw Fault.of(FaultKind.USAGE, "one place for two things")
            .where(file.option() + " " + file.place())
            .found("it is also " + other)
            .mend("name another file");
      }
      if (!place.isEmpty() && !place.equals(PapermillPaths.STANDARD)) {
        taken.put(place, "the file of " + file.option());
      }
      file.check();
    }
  }

  /** What two can't share; nothing of devices and of places elsewhere. */
  private static Optional<String> place(String place) {
    if (place.equals(PapermillPaths.STANDARD)) {
      return Optional.of(place);
    }
    if (Places.isRemote(place)) {
      return Optional.empty();
    }
    Path file = LinkedFile.of(Path.of(place));
    return Files.exists(file) && !Files.isRegularFile(file)
        ? Optional.empty()
        : Optional.of(file.toString());
  }

  List<ExecutionListener> listeners() {
    return List.copyOf(files);
  }

  /** Nothing more comes. */
  void close() {
    files.forEach(StreamFile::close);
  }

  /** What couldn't be written. */
  List<Fault> faults() {
    return files.stream().flatMap(file -> file.fault().stream()).toList();
  }
}
