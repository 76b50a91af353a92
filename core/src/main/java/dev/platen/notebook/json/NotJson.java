package dev.platen.notebook.json;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Says what a file is that should have been JSON, as far as its beginning tells. */
final class NotJson {
  private static final int SHOWN = 60;

  /** Something that people take for a notebook, or that comes in the place of one. */
  private record Guess(Pattern beginning, String what, String mend) {
    static Guess of(String regex, String what, String mend) {
      return new Guess(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), what, mend);
    }
  }

  private static final List<Guess> GUESSES =
      List.of(
          Guess.of(
              "version https://git-lfs",
              "a Git LFS pointer in place of the file",
              "run 'git lfs pull'"),
          Guess.of(
              "<(!doctype html|html|head|body)\\b",
              "an HTML page",
              "download the notebook itself (on GitHub: the 'Raw' button)"),
          Guess.of("(PK\\x03\\x04|\\x1f)", "a compressed file", "unpack it first"),
          Guess.of(
              "<<<<<<< ", "a merge that was never finished", "resolve the conflict, line by line"),
          Guess.of(
              "(#!.*python|#\\s*%%|#.*coding[:=]|\"\"\"|(import|from|def|class) \\w)",
              "a Python script", "convert it: jupytext --to notebook FILE"));

  private NotJson() {}

  /**
   * The fault for a file that isn't JSON.
   *
   * @param beginning the file's first bytes, as many as there are up to some hundred
   */
  static Fault fault(JsonSyntaxException syntax, byte[] beginning, String name) {
    Fault fault = Fault.of(FaultKind.NOTEBOOK_INVALID, "the file is not a notebook").cause(syntax);
    String text = new String(beginning, StandardCharsets.UTF_8).replaceFirst("^\\s+", "");
    if (text.isEmpty()) {
      return fault
          .where(name)
          .found(beginning.length == 0 ? "an empty file" : "a file of blanks")
          .mend("check that the notebook was saved or copied completely");
    }
    String opening = ", which begins with '" + opening(text) + "'";
    return GUESSES.stream()
        .filter(guess -> guess.beginning().matcher(text).lookingAt())
        .findFirst()
        .map(guess -> fault.where(name).found(guess.what() + opening).mend(guess.mend()))
        .orElseGet(
            () ->
                fault
                    .where(name + ":" + syntax.line() + ":" + syntax.column())
                    .found("not JSON: " + syntax.getMessage() + opening)
                    .mend(remedy(syntax, text)));
  }

  private static String remedy(JsonSyntaxException syntax, String text) {
    if (!text.startsWith("{")) {
      return "give the path of a notebook, an .ipynb file";
    }
    String message = String.valueOf(syntax.getMessage());
    if (message.startsWith("Unexpected end-of-input")) {
      return "the file ends too early: copy or save it again";
    }
    return message.startsWith("Unexpected character ('<'")
        ? "look there for the marks of a merge that was never finished (<<<<<<<)"
        : "mend the JSON there, or take an earlier copy of the notebook";
  }

  private static String opening(String text) {
    String line = text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
