package dev.platen.export;

import dev.platen.json.JsonObject;
import dev.platen.notebook.Notebook;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How scripts look in a notebook's language.
 *
 * @param name in lower case; "" when the notebook doesn't say
 * @param comment what begins a comment that ends with its line; "" when that isn't known
 * @param extension of files, with its dot
 * @param mimeType of scripts; "" when the notebook doesn't say
 */
record ScriptLanguage(String name, String comment, String extension, String mimeType) {
  private record Known(String comment, String extension) {}

  private static final Pattern LANGUAGE = Pattern.compile("(\\S+) (\\.\\w+)");
  private static final Map<String, Known> KNOWN = known();

  private static Map<String, Known> known() {
    Map<String, Known> all = new LinkedHashMap<>();
    add(all, "#", "python .py, r .r, julia .jl, bash .sh, sh .sh, ruby .rb, perl .pl, elixir .exs");
    add(all, "#", "coffeescript .coffee, powershell .ps1, nim .nim, sage .sage, tcl .tcl");
    add(all, "//", "javascript .js, typescript .ts, java .java, scala .scala, kotlin .kt, go .go");
    add(all, "//", "rust .rs, c++ .cpp, c++11 .cpp, c++14 .cpp, c++17 .cpp, c .c, c# .cs, f# .fs");
    add(all, "//", "groovy .groovy, swift .swift, dart .dart, php .php, q .q");
    add(all, "--", "sql .sql, haskell .hs, lua .lua, ada .adb");
    add(all, "%", "matlab .m, octave .m, prolog .pl, erlang .erl");
    add(all, ";", "clojure .clj, scheme .scm, racket .rkt, lisp .lisp, common-lisp .lisp");
    return all;
  }

  private static void add(Map<String, Known> all, String comment, String languages) {
    Matcher language = LANGUAGE.matcher(languages);
    while (language.find()) {
      all.put(language.group(1), new Known(comment, language.group(2)));
    }
  }

  static ScriptLanguage of(Notebook notebook) {
    JsonObject info = notebook.metadata().object("language_info");
    String name = notebook.language().toLowerCase(Locale.ROOT);
    Known known =
        KNOWN.getOrDefault(name.equals("ipython") ? "python" : name, new Known("", ".txt"));
    String said = info.text("file_extension");
    // It becomes part of a file's name.
    boolean usable = said.matches("\\.?[A-Za-z0-9_+-]{1,16}");
    String extension = usable ? "." + said.replace(".", "") : known.extension();
    return new ScriptLanguage(name, known.comment(), extension, info.text("mimetype"));
  }

  boolean isPython() {
    return name.equals("python") || name.equals("ipython");
  }
}
