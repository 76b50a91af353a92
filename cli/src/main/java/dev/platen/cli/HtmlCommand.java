package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.notebook.Notebook;
import dev.platen.report.HtmlReport;
import dev.platen.report.ReportContent;
import dev.platen.report.html.LocalImages;
import dev.platen.run.RunFolder;
import dev.platen.run.Title;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen html}: executed notebooks become reports. */
@Command(
    name = "html",
    description = "Makes an HTML report of each executed notebook, beside it or where --out says.",
    footer = {
      "",
      "Examples:",
      "  platen html results/*.ipynb --code folded",
      "  platen html analysis.ipynb --to pdf --code hidden"
    })
final class HtmlCommand extends PlatenCommand {
  @Parameters(arity = "1..*", paramLabel = "NOTEBOOK", description = "Executed notebooks.")
  private List<Path> notebooks = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description =
          "The report's file, or a folder; for several notebooks a folder, which is made.")
  private @Nullable Path out;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      defaultValue = "html",
      description =
          "html, or pdf, which an installed Chromium, Chrome or Edge prints (default: html).")
  private String format = "html";

  @Mixin private ReportFlags report = new ReportFlags();

  /** The words, for the shell's completion. */
  static final class Formats extends ArrayList<String> {
    Formats() {
      super(List.of("html", "pdf"));
    }
  }

  HtmlCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException {
    if (!new Formats().contains(format)) {
      throw Fault.of(FaultKind.USAGE, "no format '" + format + "'")
          .where("platen html, the command line")
          .found("--to " + format)
          .mend("html or pdf; 'platen nbconvert --to' has others");
    }
    if (notebooks.size() > 1 && out != null) {
      makeFolder(out);
    }
    HtmlReport renderer = new HtmlReport(report.options());
    int exitCode = 0;
    try (InOrder<Path> reports = new InOrder<>(mayRunAtOnce() ? processors() : 1)) {
      for (Path notebook : notebooks) {
        reports.add(() -> convert(renderer, notebook));
      }
      while (reports.hasNext()) {
        try {
          terminal.result(reports.next().toString());
        } catch (Fault fault) {
          // One bad notebook keeps nobody from the others.
          terminal.error(fault.describe());
          exitCode = Math.max(exitCode, fault.kind().exitCode());
        }
      }
    }
    return exitCode;
  }

  private int processors() {
    return Math.min(notebooks.size(), Runtime.getRuntime().availableProcessors());
  }

  /** Two notebooks of one name have one report, the last one's; a browser takes all processors. */
  private boolean mayRunAtOnce() {
    return format.equals("html")
        && notebooks.stream().map(this::place).distinct().count() == notebooks.size();
  }

  private static void makeFolder(Path dir) {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw StorageFaults.writing(dir, e);
    }
  }

  private Path convert(HtmlReport renderer, Path file) throws InterruptedException {
    try (NotebookFile open = NotebookFile.open(file)) {
      return convert(renderer, file, open.notebook());
    }
  }

  private Path convert(HtmlReport renderer, Path file, Notebook notebook)
      throws InterruptedException {
    String stem = NotebookFile.stem(file);
    String shown = report.title().orElseGet(() -> Title.of(notebook, stem));
    Path target = target(file);
    LocalImages images = new LocalImages(file.toAbsolutePath().resolveSibling(""));
    ReportContent content = new ReportContent(notebook, shown, Optional.empty(), images);
    if (format.equals("pdf")) {
      PdfFile.write(target, renderer, content, context().env());
    } else {
      WholeFile.write(target, stream -> renderer.write(content, stream));
    }
    return target;
  }

  /** Where the report goes. */
  private Path place(Path notebook) {
    String name = NotebookFile.stem(notebook) + "." + format;
    return out == null
        ? notebook.resolveSibling(name)
        : Files.isDirectory(out) ? out.resolve(name) : out;
  }

  private Path target(Path notebook) {
    Path target = place(notebook);
    RunFolder folder = new RunFolder(target.toAbsolutePath().resolveSibling(""));
    if (Files.exists(folder.seal())) {
      throw Fault.of(FaultKind.STORAGE_DENIED, "the run is sealed; nothing is written into it")
          .where(folder.path().toString())
          .found("a report there already: report.html")
          .mend("write another one elsewhere: --out FILE");
    }
    return target;
  }
}
