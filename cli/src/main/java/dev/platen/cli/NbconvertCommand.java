package dev.platen.cli;

import dev.platen.cli.output.Terminal;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code platen nbconvert}: nbconvert's command line over Platen's own documents. */
@Command(
    name = "nbconvert",
    description = {
      "Converts notebooks, with the arguments of 'jupyter nbconvert'.",
      "",
      "Called through a link named jupyter-nbconvert or nbconvert, platen is this command."
    },
    footer = {
      "",
      "Examples:",
      "  platen nbconvert --to html results/*.ipynb --output-dir reports",
      "  platen nbconvert --to markdown analysis.ipynb --no-input",
      "  platen nbconvert --to script analysis.ipynb --stdout",
      "  platen nbconvert --clear-output --inplace analysis.ipynb",
      "",
      "docs/nbconvert.md has all options of nbconvert's, and what differs."
    })
final class NbconvertCommand extends PlatenCommand {
  @Parameters(arity = "0..*", paramLabel = "NOTEBOOK", description = "Notebooks, or patterns.")
  private List<String> arguments = List.of();

  @Option(
      names = {"--to", "--NbConvertApp.export_format"},
      paramLabel = "FORMAT",
      description = "html, markdown, script, notebook or pdf.")
  private @Nullable String to;

  @Option(
      names = {"--output", "--NbConvertApp.output_base"},
      paramLabel = "NAME",
      description = "The document's name; {notebook_name} stands for the notebook's.")
  private @Nullable String output;

  @Option(
      names = {"--output-dir", "--FilesWriter.build_directory"},
      paramLabel = "DIR",
      description = "The folder for documents, made if need be (default: each notebook's).")
  private @Nullable Path outputDir;

  @Option(
      names = "--NbConvertApp.output_files_dir",
      paramLabel = "DIR",
      defaultValue = "{notebook_name}_files",
      description = "The folder for images beside a Markdown document (default: ${DEFAULT-VALUE}).")
  private String filesDir = "{notebook_name}_files";

  @Option(names = "--stdout", description = "Write the document to standard output.")
  private boolean stdout;

  @Option(
      names = {"--stdin", "--NbConvertApp.from_stdin"},
      description = "Read a notebook from standard input.")
  private boolean stdin;

  @Option(names = "--inplace", description = "Write the notebook over itself.")
  private boolean inPlace;

  @Option(
      names = {"--theme", "--HTMLExporter.theme"},
      paramLabel = "THEME",
      description = "The report's theme: light, dark or system (default: system).")
  private @Nullable String theme;

  @Option(
      names = {"--lang", "--HTMLExporter.language_code"},
      paramLabel = "TAG",
      defaultValue = "en",
      description = "The language of the notebook's text (default: en).")
  private String lang = "en";

  @Option(
      names = "--sanitize-html",
      negatable = true,
      description = "No script in the report; --no-sanitize-html: all scripts of outputs run.")
  private @Nullable Boolean sanitize;

  @Option(names = "--HTMLExporter.sanitize_html", arity = "1", hidden = true)
  private @Nullable Boolean sanitizeTrait;

  @Mixin private NbconvertTraits traits = new NbconvertTraits();

  @Mixin private NbconvertRefusals refusals = new NbconvertRefusals();

  NbconvertCommand(Commands.Context context) {
    super(context);
  }

  @Override
  int execute(Terminal terminal) throws InterruptedException, IOException {
    refusals.check();
    boolean onSelf = inPlace || (traits.clearsOutput() && to == null && output == null);
    NbconvertTarget target = target(onSelf || traits.clearsOutput());
    refusals.check(target);
    if (arguments.isEmpty() == !stdin) {
      throw Fault.of(FaultKind.USAGE, stdin ? "notebooks beside --stdin" : "no notebook is named")
          .where("platen nbconvert, the command line")
          .mend("name notebooks, or send one to standard input with --stdin alone");
    }
    NbconvertPlace place =
        new NbconvertPlace(Optional.ofNullable(output), Optional.ofNullable(outputDir), onSelf);
    NbconvertDocuments documents =
        new NbconvertDocuments(
            target, traits.omissions(), traits.leftOut(), filesDir, report(), context().env());
    Conversion conversion = new Conversion(terminal, documents, place, stdout);
    return stdin ? conversion.ofStandardInput() : conversion.ofAll(files());
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    arguments.forEach(argument -> files.addAll(NbconvertInputs.of(argument)));
    return files.stream().distinct().toList();
  }

  private NbconvertTarget target(boolean notebook) {
    if (inPlace || (to == null && notebook)) {
      return NbconvertTarget.NOTEBOOK;
    }
    if (to == null) {
      throw unknown("--to is missing", "no format");
    }
    String format = to;
    NbconvertTarget target =
        NbconvertTarget.of(format)
            .orElseThrow(() -> unknown("no format '" + format + "'", "--to " + format));
    if (target == NbconvertTarget.PDF && stdout) {
      throw Fault.of(FaultKind.USAGE, "PDF doesn't go to standard output")
          .where("--stdout")
          .mend("leave --stdout out; --output names the file");
    }
    return target;
  }

  private static Fault unknown(String what, String found) {
    return Fault.of(FaultKind.USAGE, what)
        .where("platen nbconvert, the command line")
        .found(found)
        .mend("--to html, markdown, script, notebook or pdf; docs/nbconvert.md says what differs");
  }

  private ReportOptions report() {
    return ReportOptions.DEFAULT.withLang(lang).withTheme(theme()).withScripts(scripts());
  }

  private ReportOptions.Scripts scripts() {
    Boolean asked = sanitize == null ? sanitizeTrait : sanitize;
    if (asked == null) {
      return ReportOptions.Scripts.FRAMED;
    }
    return asked ? ReportOptions.Scripts.NONE : ReportOptions.Scripts.TRUSTED;
  }

  private ReportOptions.Theme theme() {
    if (theme == null) {
      return ReportOptions.Theme.SYSTEM;
    }
    return switch (theme.toLowerCase(Locale.ROOT)) {
      case "light" -> ReportOptions.Theme.LIGHT;
      case "dark" -> ReportOptions.Theme.DARK;
      case "system" -> ReportOptions.Theme.SYSTEM;
      default ->
          throw Fault.of(FaultKind.USAGE, "no theme '" + theme + "'")
              .where("--theme")
              .found("themes of JupyterLab's extensions aren't Platen's")
              .mend("light, dark or system");
    };
  }
}
