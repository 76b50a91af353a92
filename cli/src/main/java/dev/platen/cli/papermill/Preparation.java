package dev.platen.cli.papermill;

import dev.platen.cli.output.PapermillLog;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonBoolean;
import dev.platen.json.JsonObject;
import dev.platen.kernelspec.KernelSpecs;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.NearestName;
import dev.platen.parameter.ParameterTags;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.TemplateLanguage;
import dev.platen.parameter.inspect.Inspectors;
import dev.platen.parameter.translate.InjectedParameters;
import dev.platen.parameter.translate.Translators;
import dev.platen.run.PapermillMetadata;
import dev.platen.run.Template;
import dev.platen.run.file.ErrorMarkers;
import dev.platen.storage.PlaceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A notebook made ready as papermill does: parameters injected, code hidden if that is wanted,
 * metadata set, error markers of an earlier run gone. Its outputs stay.
 */
final class Preparation {
  private final Template template;
  private final Optional<String> kernel;
  private final Optional<String> language;
  private final PapermillLog log;

  Preparation(
      Template template, Optional<String> kernel, Optional<String> language, PapermillLog log) {
    this.template = template;
    this.kernel = kernel;
    this.language = language;
    this.log = log;
  }

  Notebook of(
      Parameters parameters, boolean hidesCode, PapermillPaths paths, Map<String, String> env) {
    Notebook notebook = template.notebook();
    JsonObject values = notebook.metadata().object("papermill").object("parameters");
    if (!parameters.isEmpty()) {
      String spoken = language(env);
      // A name that can't be one isn't unknown but wrong, which this says.
      notebook = InjectedParameters.apply(notebook, parameters, Translators.of(spoken));
      warn(parameters, spoken);
      values = parameters.toJson();
    }
    if (hidesCode) {
      notebook = notebook.withCells(notebook.cells().stream().map(Preparation::hidden).toList());
    }
    return ErrorMarkers.remove(
        PapermillMetadata.prepared(
            notebook, PlaceText.shown(paths.input()), PlaceText.shown(paths.output()), values));
  }

  /**
   * As it is written when it isn't run: all but the cell that was just made have their key.
   *
   * @param injected whether there is such a cell
   */
  static Notebook unexecuted(Notebook prepared, boolean injected) {
    return prepared.withCells(
        prepared.cells().stream().map(cell -> unexecuted(cell, injected)).toList());
  }

  private static Cell unexecuted(Cell cell, boolean injected) {
    JsonObject metadata = cell.metadata();
    metadata = metadata.has("tags") ? metadata : metadata.with("tags", JsonArray.EMPTY);
    boolean leaves = metadata.has("papermill") || (injected && cell.hasTag(ParameterTags.INJECTED));
    return cell.withMetadata(leaves ? metadata : metadata.with("papermill", JsonObject.EMPTY));
  }

  private String language(Map<String, String> env) {
    Notebook notebook = template.notebook();
    String kernelName = kernel.orElse(notebook.kernelName());
    String said = TemplateLanguage.of(kernelName, language.orElse(notebook.language()));
    return said.isEmpty() && !kernelName.isEmpty()
        ? TemplateLanguage.of(
            "", new KernelSpecs(env, template.dir()).find(kernelName, "", "--kernel").language())
        : said;
  }

  private void warn(Parameters parameters, String spoken) {
    if (template.notebook().firstWithTag(ParameterTags.DEFAULTS).isEmpty()) {
      log.warning("Input notebook does not contain a cell with tag 'parameters'");
      return;
    }
    Optional<List<DeclaredParameter>> declared = Inspectors.declared(template.notebook(), spoken);
    if (declared.isEmpty()) {
      return;
    }
    List<String> known = declared.get().stream().map(DeclaredParameter::name).toList();
    for (String name : parameters.values().keySet()) {
      if (!known.contains(name)) {
        log.warning(
            "Passed unknown parameter: "
                + name
                + NearestName.of(name, known)
                    .map(nearest -> " (did you mean '" + nearest + "'?)")
                    .orElse(""));
      }
    }
  }

  /** Whatever else the author says of the cell stays. */
  private static Cell hidden(Cell cell) {
    JsonObject jupyter = cell.metadata().object("jupyter").with("source_hidden", JsonBoolean.TRUE);
    return cell instanceof CodeCell
        ? cell.withMetadata(cell.metadata().with("jupyter", jupyter))
        : cell;
  }
}
