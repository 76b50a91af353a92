package dev.platen.study.export;

import dev.platen.run.PlatenVersion;
import dev.platen.storage.WholeFile;
import dev.platen.study.compare.ComparePages;
import dev.platen.study.export.mlflow.MlflowExport;
import dev.platen.study.export.mlflow.MlflowServer;
import dev.platen.study.export.parquet.ParquetFile;
import dev.platen.study.export.table.RunsTable;
import dev.platen.study.export.tensorboard.TensorboardFolder;
import dev.platen.study.label.RunMarks;
import dev.platen.study.ledger.Ledger;
import dev.platen.study.ledger.PastRun;
import dev.platen.study.ledger.TrialMark;
import java.nio.file.Path;
import java.util.List;

/** The runs of a folder in the form of other programs. */
public final class Export {
  private final Ledger ledger;

  public Export(Ledger ledger) {
    this.ledger = ledger;
  }

  /** As runs.csv, with paths relative to where the file lies. */
  public void csv(Path file) {
    WholeFile.writeShared(file, out -> ComparePages.writeCsv(ledger, place(file), out));
  }

  /** The same columns, with types. */
  public void parquet(Path file) {
    String creator = "platen version " + PlatenVersion.current();
    WholeFile.writeShared(
        file, out -> ParquetFile.write(RunsTable.of(ledger, place(file)), creator, out));
  }

  /**
   * A folder for TensorBoard.
   *
   * @return how many runs are in it: those that are sealed
   */
  public int tensorboard(Path dir) {
    List<PastRun> runs = Runs.trusted(ledger);
    if (!runs.isEmpty()) {
      TensorboardFolder.write(name(), runs, dir);
    }
    return runs.size();
  }

  /** To an experiment of an MLflow server. */
  public MlflowExport.Sent mlflow(MlflowServer server, String experiment) {
    RunMarks marks = RunMarks.read(ledger.dir());
    return MlflowExport.send(Runs.trusted(ledger), marks, experiment, server);
  }

  /** The newest study's, or else the folder's. */
  public String name() {
    return ledger.runs().stream()
        .flatMap(run -> run.trial().stream())
        .map(TrialMark::study)
        .findFirst()
        .orElseGet(() -> String.valueOf(ledger.dir().getFileName()));
  }

  private static Path place(Path file) {
    return file.toAbsolutePath().normalize().resolveSibling("");
  }
}
