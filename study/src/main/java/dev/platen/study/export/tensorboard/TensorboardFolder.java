package dev.platen.study.export.tensorboard;

import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import dev.platen.study.ledger.PastRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder for {@code tensorboard --logdir}: the experiment's event file in it, and each run's in a
 * folder of its own. Names follow from the runs, so that writing again replaces what is there.
 */
public final class TensorboardFolder {
  private static final String FILE = "events.out.tfevents.%d.platen";

  private TensorboardFolder() {}

  /**
   * Writes it.
   *
   * @param name the study's
   * @param runs that have ended, the oldest first; at least one
   * @throws dev.platen.fault.Fault a storage fault
   */
  public static void write(String name, List<PastRun> runs, Path dir) {
    double begin = (double) runs.get(0).started().getEpochSecond();
    make(dir);
    // The number stays the same as runs are added: a second file would be read beside the first.
    WholeFile.writeShared(
        dir.resolve(FILE.formatted(0)), out -> HparamsEvents.experiment(name, runs, begin, out));
    for (PastRun run : runs) {
      Path folder = dir.resolve(String.valueOf(run.folder().path().getFileName()));
      make(folder);
      WholeFile.writeShared(
          folder.resolve(FILE.formatted(run.started().getEpochSecond())),
          out -> HparamsEvents.run(run, out));
    }
  }

  private static void make(Path dir) {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw StorageFaults.writing(dir, e);
    }
  }
}
