package dev.platen.parameter.translate;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.Map;
import java.util.TreeMap;

/** The languages that parameters can be written in. */
public final class Translators {
  private static final Map<String, Translator> BY_LANGUAGE = new TreeMap<>();

  static {
    add(new PythonTranslator(), "python");
    add(new RTranslator(), "r");
    add(new JuliaTranslator(), "julia");
    add(new ScalaTranslator(), "scala");
    add(new JavaTranslator(), "java");
    add(new KotlinTranslator(), "kotlin");
    add(new GroovyTranslator(), "groovy");
    add(new ClojureTranslator(), "clojure");
    add(new JavaScriptTranslator("JavaScript", "var"), "javascript");
    add(new JavaScriptTranslator("TypeScript", "let"), "typescript");
    add(new RubyTranslator(), "ruby");
    add(new PerlTranslator(), "perl");
    add(new LuaTranslator(), "lua");
    add(new BashTranslator(), "bash");
    add(new PowerShellTranslator(), "powershell", ".net-powershell", "pwsh");
    add(new CSharpTranslator(), "c#", "csharp", ".net-csharp");
    add(new FSharpTranslator(), "f#", "fsharp", ".net-fsharp");
    add(new MatlabTranslator(), "matlab");
    add(new OctaveTranslator(), "octave");
    add(new RustTranslator(), "rust");
    add(new GoTranslator(), "go");
    add(new HaskellTranslator(), "haskell");
    add(new SqlTranslator(), "sql");
  }

  private Translators() {}

  private static void add(Translator translator, String... languages) {
    for (String language : languages) {
      BY_LANGUAGE.put(language, translator);
    }
  }

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
    String languages = String.join(", ", BY_LANGUAGE.keySet());
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
