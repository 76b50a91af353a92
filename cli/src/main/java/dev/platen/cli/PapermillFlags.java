package dev.platen.cli;

import dev.platen.cli.papermill.PapermillParameters;
import dev.platen.cli.papermill.PapermillParameters.Pair;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The parameters of papermill's command line. */
final class PapermillFlags {
  @Option(
      names = {"-p", "--parameters"},
      arity = "2",
      paramLabel = "NAME VALUE",
      parameterConsumer = PairConsumer.class,
      hideParamSyntax = true,
      description = "A parameter: True, False, None, a number, or else text; again for more.")
  private List<Pair> typed = new ArrayList<>();

  @Option(
      names = {"-r", "--parameters_raw"},
      arity = "2",
      paramLabel = "NAME VALUE",
      parameterConsumer = PairConsumer.class,
      hideParamSyntax = true,
      description = "A parameter that is text, whatever it looks like.")
  private List<Pair> raw = new ArrayList<>();

  @Option(
      names = {"-f", "--parameters_file"},
      paramLabel = "PATH",
      description = "Parameters from a YAML or JSON file.")
  private List<String> files = List.of();

  @Option(
      names = {"-y", "--parameters_yaml"},
      paramLabel = "TEXT",
      description = "Parameters as YAML.")
  private List<String> yaml = List.of();

  @Option(
      names = {"-b", "--parameters_base64"},
      paramLabel = "TEXT",
      description = "Parameters as the base64 of YAML.")
  private List<String> base64 = List.of();

  @Option(
      names = "--inject-input-path",
      description = "Pass the input's path as PAPERMILL_INPUT_PATH.")
  private boolean injectInput;

  @Option(
      names = "--inject-output-path",
      description = "Pass the output's path as PAPERMILL_OUTPUT_PATH.")
  private boolean injectOutput;

  @Option(names = "--inject-paths", description = "Pass both.")
  private boolean injectPaths;

  PapermillParameters parameters() {
    return new PapermillParameters(
        base64, files, yaml, typed, raw, injectInput || injectPaths, injectOutput || injectPaths);
  }
}
