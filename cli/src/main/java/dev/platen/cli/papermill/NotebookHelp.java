package dev.platen.cli.papermill;

import dev.platen.cli.output.PapermillLog;
import dev.platen.cli.output.Terminal;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterTags;
import dev.platen.parameter.ParameterType;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.TemplateLanguage;
import dev.platen.parameter.inspect.Inspectors;
import dev.platen.run.Template;
import dev.platen.storage.PlaceText;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** {@code --help-notebook}: what a notebook lets itself be given, in papermill's form. */
public final class NotebookHelp {
  /** Longer definitions have their help on a line of its own. */
  private static final int WIDEST = 30;

  private static final int COLUMN = 34;
  private static final int NO_PARAMETERS_CELL = 1;

  private final Terminal terminal;
  private final PapermillLog log;
  private final Places places;
  private final Clock clock;

  public NotebookHelp(Terminal terminal, PapermillLog log, Places places, Clock clock) {
    this.terminal = terminal;
    this.log = log;
    this.places = places;
    this.clock = clock;
  }

  /**
   * Prints it.
   *
   * @param usage the command's own first line
   * @return the exit code
   */
  public int print(
      String usage,
      String place,
      Parameters parameters,
      Optional<String> kernel,
      Optional<String> language)
      throws InterruptedException {
    String input = PapermillRun.fields(parameters, clock).fill(place);
    log.info("Input Notebook:  " + PlaceText.shown(input));
    Template template = places.template(input);
    terminal.result(usage);
    terminal.result("\nParameters inferred for notebook '" + PlaceText.shown(place) + "':");
    if (template.notebook().firstWithTag(ParameterTags.DEFAULTS).isEmpty()) {
      terminal.result("\n  No cell tagged 'parameters'");
      return NO_PARAMETERS_CELL;
    }
    String spoken =
        TemplateLanguage.of(
            kernel.orElse(template.notebook().kernelName()),
            language.orElse(template.notebook().language()));
    List<DeclaredParameter> declared =
        Inspectors.declared(template.notebook(), spoken).orElse(List.of());
    if (declared.isEmpty()) {
      terminal.result(
          "\n  Can't infer anything about this notebook's parameters."
              + " It may not have any parameter defined.");
    }
    declared.forEach(parameter -> terminal.result(line(parameter)));
    return 0;
  }

  private static String line(DeclaredParameter parameter) {
    String type =
        parameter
            .annotation()
            .or(() -> parameter.type().map(ParameterType::name))
            .orElse("Unknown type");
    String value = parameter.defaultSource().replaceAll("\\s*\\R\\s*", " ");
    String definition = "  %s: %s (default %s)".formatted(parameter.name(), type, value);
    if (parameter.help().isEmpty()) {
      return definition;
    }
    return definition.length() > WIDEST
        ? definition + "\n" + " ".repeat(COLUMN) + parameter.help()
        : definition + " ".repeat(COLUMN - definition.length()) + parameter.help();
  }
}
