package dev.platen.parameter.translate;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.Map;
import java.util.TreeSet;

/** The languages that parameters can be written in. */
public final class Translators {
  private static final Map<String, Translator> BY_LANGUAGE =
      Map.of("python", new PythonTranslator());

  private Translators() {}

  /**
   * The translator of a language.
   *
   * @param language as {@link dev.platen.parameter.TemplateLanguage} tells it, "" if unknown
   * @throws Fault {@code PARAMETER_INVALID} if there is none
   */
  public static Translator of(String language) {
    Translator translator = BY_LANGUAGE.get(language);
    if (translator != null) {
      return translator;
    }
    String languages = String.join(", ", new TreeSet<>(BY_LANGUAGE.keySet()));
    throw Fault.of(
            FaultKind.PARAMETER_INVALID,
            language.isEmpty()
                ? "the template doesn't say which language its parameters must be written in"
                : "parameters can't be written in '" + language + "'")
        .where("template, metadata.language_info.name and metadata.kernelspec")
        .found(language.isEmpty() ? "no language" : language)
        .mend("use a template in one of: " + languages + "; or run it without parameters");
  }
}
