package dev.platen.parameter.inspect;

import dev.platen.notebook.Cell;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterTags;
import dev.platen.parameter.TemplateLanguage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The languages whose parameters cells can be read. */
public final class Inspectors {
  private static final Map<String, Inspector> BY_LANGUAGE =
      Map.of(
          "python",
          new PythonInspector(),
          "r",
          new CodeInspector(CodeSyntax.R, CodeGrammar.R, CodeLiterals.R, CodeTypes.R),
          "julia",
          new CodeInspector(
              CodeSyntax.JULIA, CodeGrammar.JULIA, CodeLiterals.JULIA, CodeTypes.JULIA),
          "scala",
          new CodeInspector(
              CodeSyntax.SCALA, CodeGrammar.SCALA, CodeLiterals.SCALA, CodeTypes.SCALA),
          "java",
          new CodeInspector(CodeSyntax.JAVA, CodeGrammar.JAVA, CodeLiterals.JAVA, CodeTypes.JAVA));

  private Inspectors() {}

  /** As {@link #declared(Notebook, String)}, in the language the template tells. */
  public static Optional<List<DeclaredParameter>> declared(Notebook template) {
    return declared(template, TemplateLanguage.of(template));
  }

  /**
   * What the first cell tagged {@code parameters} declares. Empty if there is none, or if it is in
   * a language that can't be inspected: then nothing is known, which is not the same as no
   * parameters.
   *
   * @param language as {@link TemplateLanguage} tells it
   */
  public static Optional<List<DeclaredParameter>> declared(Notebook template, String language) {
    OptionalInt index = template.firstWithTag(ParameterTags.DEFAULTS);
    Inspector inspector = BY_LANGUAGE.get(language);
    if (index.isEmpty() || inspector == null) {
      return Optional.empty();
    }
    Cell cell = template.cells().get(index.getAsInt());
    return Optional.of(
        cell.kind() == Cell.Kind.CODE ? inspector.inspect(cell.source()) : List.of());
  }
}
