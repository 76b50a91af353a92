package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.run.RunFolder;
import dev.platen.storage.StorageFaults;
import dev.platen.study.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The run folders that a user's path names: itself, or all inside it. */
final class RunFolders {
  private RunFolders() {}

  /**
   * Finds them, by name.
   *
   * @throws Fault {@code STORAGE_MISSING} if a path names no run
   */
  static List<RunFolder> in(List<Path> paths) {
    List<RunFolder> found = new ArrayList<>();
    for (Path path : paths) {
      List<RunFolder> here = in(path);
      if (here.isEmpty()) {
        throw Fault.of(FaultKind.STORAGE_MISSING, "no run in '" + path + "'")
            .where(path.toAbsolutePath().normalize().toString())
            .found(Files.isDirectory(path) ? "no folder with a run.json" : "no such folder")
            .mend("name a run's folder, or the folder that holds them, such as 'runs'");
      }
      found.addAll(here);
    }
    return found;
  }

  /**
   * All runs of a folder, read.
   *
   * @throws Fault {@code STORAGE_MISSING} if there is none
   */
  static Ledger ledger(Path dir) {
    Ledger ledger = Ledger.read(dir);
    if (ledger.runs().isEmpty() && ledger.broken().isEmpty()) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "no run in '" + dir + "'")
          .where(dir.toAbsolutePath().normalize().toString())
          .found(Files.isDirectory(dir) ? "no folder with a run.json" : "no such folder")
          .mend("name the folder that holds the runs, such as 'runs'");
    }
    return ledger;
  }

  private static List<RunFolder> in(Path path) {
    RunFolder itself = new RunFolder(path.toAbsolutePath().normalize());
    if (itself.isRun()) {
      return List.of(itself);
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(itself.path())) {
      return children.sorted().map(RunFolder::new).filter(RunFolder::isRun).toList();
    } catch (IOException e) {
      throw StorageFaults.reading(path, e);
    }
  }
}
