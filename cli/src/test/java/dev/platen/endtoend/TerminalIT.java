package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said, on which stream, and what the shell is taught. */
class TerminalIT {
  private static final List<String> COMMANDS =
      List.of("run", "compare", "html", "params", "kernels", "verify", "recover", "completion");

  @TempDir private Path dir;

  @Test
  void whatTheNotebookPrintsComesThroughAsItIs() {
    Path template =
        TestNotebook.of(
                """
                import sys, time
                for percent in (0, 50, 100):
                    print("\\r%3d%% \\u2588" % percent, end="", flush=True)
                """,
                "print('no newline', end='', flush=True)",
                "print(' yet\\ttab\\x1b[31m red\\x1b[0m', file=sys.stderr, flush=True)",
                "6 * 7")
            .in(dir);
    Ended ended = Platen.in(dir).run("run", template, "--log-output", "--quiet").exits(0);
    assertThat(ended.err())
        .isEqualTo(
            "\r  0% \u2588\r 50% \u2588\r100% \u2588no newline yet\ttab\u001b[31m red\u001b[0m\n42\n");
    assertThat(ended.run().printed(0)).isEqualTo("\r  0% \u2588\r 50% \u2588\r100% \u2588");
  }

  @Test
  void platensOwnWordsBeginOnALineOfTheirOwn() {
    Path template = TestNotebook.of("print('open', end='', flush=True)").in(dir);
    Ended ended = Platen.in(dir).run("run", template, "--log-output").exits(0);
    assertThat(ended.err()).startsWith("open\ncell 1 of 1: completed in ");
  }

  @Test
  void quietIsSilentButForTheResult() {
    Path template = TestNotebook.of("print('x')").in(dir);
    Ended ended = Platen.in(dir).run("run", template, "--quiet").exits(0);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo(ended.run().file("report.html") + "\n");
  }

  @Test
  void quietStillSaysErrors() {
    Path template = TestNotebook.of("1/0").in(dir);
    Ended ended = Platen.in(dir).run("run", template, "--quiet").exits(1);
    assertThat(ended.err()).startsWith("error: cell 1 (In [1]) failed\n").contains("\n  mend:  ");
  }

  @Test
  void jsonIsOneLineThatProgramsRead() {
    Path template = TestNotebook.of("print('x')").in(dir);
    Ended ended = Platen.in(dir).run("run", template, "--json").exits(0);
    assertThat(ended.out().lines()).hasSize(1);
    JsonObject result = RunFiles.json(ended.out());
    RunFiles run = RunFiles.onlyOneIn(dir.resolve("runs"));
    assertThat(result.text("status")).isEqualTo("succeeded");
    assertThat(result.text("folder")).isEqualTo(run.dir().toString());
    assertThat(result.text("report")).isEqualTo(run.file("report.html").toString());
    assertThat(result.text("notebook")).isEqualTo(run.file("notebook.ipynb").toString());
    assertThat(result.text("id")).isEqualTo(run.record().text("id"));
    assertThat(result.has("seconds")).isTrue();
  }

  @Test
  void paramsListsWhatTheTemplateDeclares() {
    Path template =
        new TestNotebook().parameters("hidden: int = 8  # units\nname = 'a'").code("1").in(dir);
    Ended ended = Platen.in(dir).run("params", template).exits(0);
    assertThat(ended.out())
        .isEqualTo(
            """
            name    type  default
            hidden  int   8        units
            name    str   'a'
            """);
  }

  @Test
  void versionIsSaidAtOnce() {
    assertThat(Platen.in(dir).run("--version").exits(0).out())
        .matches("platen \\d+\\.\\d+\\.\\d+\n");
  }

  @Test
  void theHelpOfEveryCommandTellsEveryOption() {
    Map<String, TreeSet<String>> options = options(completion());
    assertThat(options).containsKeys(COMMANDS.toArray(String[]::new));
    options.forEach(
        (command, names) -> {
          Ended help = Platen.in(dir).run((Object[]) (command + " --help").split(" ")).exits(0);
          assertThat(help.err()).isEmpty();
          assertThat(names).contains("--help", "--stacktrace");
          assertThat(names).allSatisfy(name -> assertTold(help.out(), name));
          assertThat(help.out()).startsWith("Usage: platen " + command);
        });
    Ended help = Platen.in(dir).run("--help").exits(0);
    assertThat(options.keySet())
        .allSatisfy(name -> assertThat(help.out()).contains(name.split(" ")[0]));
  }

  /** What can be negated stands once, such as {@code --[no-]progress-bar}. */
  private static void assertTold(String help, String option) {
    assertThat(help).containsAnyOf(option, option.replaceFirst("^--(no-)?", "--[no-]"));
  }

  private String completion() {
    return Platen.in(dir).run("completion").exits(0).out();
  }

  /** The options of each command, as the completion script knows them. */
  private static Map<String, TreeSet<String>> options(String completion) {
    Map<String, TreeSet<String>> options = new TreeMap<>();
    Matcher function =
        Pattern.compile("(?s)function _picocli_platen_(\\w+)\\(\\) \\{(.*?)\n}\n")
            .matcher(completion);
    while (function.find()) {
      Matcher lists = Pattern.compile("local \\w+_opts=\"(.*?)\"").matcher(function.group(2));
      TreeSet<String> names =
          options.computeIfAbsent(function.group(1).replace('_', ' '), name -> new TreeSet<>());
      while (lists.find()) {
        Pattern.compile("--?[\\w-]+")
            .matcher(lists.group(1))
            .results()
            .forEach(m -> names.add(m.group()));
      }
    }
    return options;
  }

  @Test
  void theCompletionScriptParsesAndCompletesCommandsAndOptions() throws IOException {
    Path script = Files.writeString(dir.resolve("completion.sh"), completion());
    Shell.run("bash", "-n", script.toString());
    assertThat(complete(script, "platen", "ru")).containsExactly("run");
    assertThat(complete(script, "platen", "run", "--cell")).containsExactly("--cell-timeout");
    assertThat(complete(script, "platen", "")).contains("run", "html", "verify", "recover");
  }

  private static List<String> complete(Path script, String... words) {
    String program =
        """
        compopt() { :; } # only bash itself may call it, in a completion
        source "$0"
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        function_name=$(complete -p platen | sed 's/.*-F \\([^ ]*\\).*/\\1/')
        "$function_name" platen "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    String[] command = new String[words.length + 4];
    command[0] = "bash";
    command[1] = "-c";
    command[2] = program;
    command[3] = script.toString();
    System.arraycopy(words, 0, command, 4, words.length);
    return Shell.run(command).lines().map(String::strip).toList();
  }
}
