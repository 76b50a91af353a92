package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.study.export.Export;
import dev.platen.study.export.mlflow.MlflowExport;
import dev.platen.study.export.mlflow.MlflowServer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen export}: runs in the form of other programs. */
@Command(
    name = "export",
    description = {
      "Takes the parameters and metrics of runs to other programs.",
      "",
      "  csv          a row a run, as runs.csv",
      "  parquet      the same with types",
      "  tensorboard  a folder for 'tensorboard --logdir', with its HParams page",
      "  mlflow       runs on an MLflow tracking server; what is there isn't sent again",
      "",
      "csv and parquet have all runs, the others those that are sealed."
    },
    footer = {
      "",
      "Examples:",
      "  platen export runs --to parquet -o penguins.parquet",
      "  platen export runs --to tensorboard && tensorboard --logdir runs-tensorboard",
      "  platen export runs --to mlflow --tracking-uri http://127.0.0.1:5000"
    })
final class ExportCommand extends PlatenCommand {
  private static final String MLFLOW = "mlflow";

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder that holds the runs. Default: runs")
  private Path dir = Path.of("runs");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORM",
      description = "csv, parquet, tensorboard or mlflow.")
  private String target = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "PATH",
      description = "The file, or for tensorboard the folder. Default: beside DIR, named after it")
  private @Nullable Path out;

  @Option(
      names = "--tracking-uri",
      paramLabel = "URL",
      description = "Of mlflow: the server. Default: $MLFLOW_TRACKING_URI")
  private @Nullable String trackingUri;

  @Option(
      names = "--experiment",
      paramLabel = "NAME",
      description = "Of mlflow: the experiment, made if need be. Default: the study's name")
  private @Nullable String experiment;

  ExportCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) {
    boolean isToServer = target.equals(MLFLOW);
    if (!isToServer && (trackingUri != null || experiment != null)) {
      throw misplaced(trackingUri != null ? "--tracking-uri" : "--experiment", "--to mlflow");
    } else if (isToServer && out != null) {
      throw misplaced("--out", "csv, parquet and tensorboard; to mlflow there is --tracking-uri");
    }
    var ledger = RunFolders.ledger(dir);
    Export export = new Export(ledger);
    String name = String.valueOf(ledger.dir().getFileName());
    switch (target) {
      case "csv" -> {
        Path file = place(ledger.dir(), name + ".csv");
        export.csv(file);
        terminal.result(file.toString());
      }
      case "parquet" -> {
        Path file = place(ledger.dir(), name + ".parquet");
        export.parquet(file);
        terminal.result(file.toString());
      }
      case "tensorboard" -> {
        Path folder = place(ledger.dir(), name + "-tensorboard");
        int runs = export.tensorboard(folder);
        if (runs == 0) {
          throw Fault.of(FaultKind.STORAGE_MISSING, "no run is sealed")
              .where(ledger.dir().toString())
              .mend(
                  "come again when runs have ended; 'platen recover' finishes those that were killed");
        }
        terminal.say(counted(runs) + " written");
        terminal.result(folder.toString());
      }
      case MLFLOW -> mlflow(export, terminal);
      default ->
          throw Fault.of(FaultKind.USAGE, "no such form")
              .where("--to, the command line")
              .found("'" + target + "'")
              .mend("csv, parquet, tensorboard or mlflow");
    }
    return 0;
  }

  private void mlflow(Export export, Terminal terminal) {
    String uri = trackingUri;
    if (uri == null) {
      uri = context().env().getOrDefault("MLFLOW_TRACKING_URI", "");
    }
    if (uri.isEmpty()) {
      throw Fault.of(FaultKind.USAGE, "no tracking server is named")
          .where("--tracking-uri")
          .mend("give its address, such as http://127.0.0.1:5000, or set MLFLOW_TRACKING_URI");
    }
    String name = experiment != null ? experiment : export.name();
    MlflowExport.Sent sent = export.mlflow(new MlflowServer(uri, context().env()), name);
    terminal.say(
        counted(sent.sent())
            + " sent to '"
            + name
            + "'"
            + (sent.present() > 0 ? ", " + sent.present() + " were there already" : ""));
  }

  private Path place(Path runs, String name) {
    return out != null ? out : runs.resolveSibling(name);
  }

  private static String counted(int runs) {
    return runs == 1 ? "1 run" : runs + " runs";
  }

  private static Fault misplaced(String option, String where) {
    return Fault.of(FaultKind.USAGE, option + " means nothing here")
        .where("platen export, the command line")
        .mend("it belongs to " + where);
  }
}
