package dev.platen.parameter.translate;

import dev.platen.fault.Fault;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.ParameterTags;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.TemplateLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cell that overrides a template's defaults, placed as papermill places it.
 *
 * @see <a href="https://papermill.readthedocs.io/en/latest/usage-parameterize.html">papermill:
 *     parameterize</a>
 */
public final class InjectedParameters {
  private static final long FIRST_ID = 0x91a7e100L;

  private InjectedParameters() {}

  /** As {@link #apply(Notebook, Parameters, Translator)}, in the language the template tells. */
  public static Notebook apply(Notebook template, Parameters parameters) {
    return parameters.isEmpty()
        ? template
        : apply(template, parameters, Translators.of(TemplateLanguage.of(template)));
  }

  /**
   * The template with the parameters in a code cell of their own: in the place of the first cell
   * tagged {@code injected-parameters}, else after the first tagged {@code parameters}, else at the
   * top. Its id is the same in every run, unless another cell of the template has it. Without
   * parameters the template comes back as it is, with an injected cell of an earlier run still in
   * force, as papermill leaves it.
   *
   * @throws Fault {@code PARAMETER_INVALID} if a name isn't one in the language
   */
  public static Notebook apply(Notebook template, Parameters parameters, Translator translator) {
    if (parameters.isEmpty()) {
      return template;
    }
    List<Cell> cells = new ArrayList<>(template.cells());
    int place = template.firstWithTag(ParameterTags.DEFAULTS).orElse(-1) + 1;
    if (template.firstWithTag(ParameterTags.INJECTED).isPresent()) {
      place = template.firstWithTag(ParameterTags.INJECTED).getAsInt();
      cells.remove(place);
    }
    JsonObject metadata =
        JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of(ParameterTags.INJECTED)));
    cells.add(place, CodeCell.of(freeId(cells), translator.source(parameters), metadata));
    return template.withCells(cells);
  }

  private static String freeId(List<Cell> cells) {
    Set<String> taken = cells.stream().map(Cell::id).collect(Collectors.toSet());
    long id = FIRST_ID;
    while (taken.contains(Long.toHexString(id))) {
      id++;
    }
    return Long.toHexString(id);
  }
}
