package dev.platen.javakernel;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Cells run by jshell, one snippet after the other, in this process. One thread's but for {@link
 * #completions} and its kin.
 */
final class JavaSession implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "import java.io.*;",
          "import java.math.*;",
          "import java.nio.file.*;",
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import java.util.function.*;",
          "import java.util.stream.*;",
          "import dev.platen.display.*;",
          "import static dev.platen.display.Display.*;");
  private static final Pattern MAGIC = Pattern.compile("%(classpath|maven|sources)\\b[^\\n]*");
  private static final Pattern MAGIC_LINE = Pattern.compile("(?m)^" + MAGIC.pattern());
  private static final Set<SubKind> SHOWN =
      Set.of(
          SubKind.VAR_VALUE_SUBKIND,
          SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
          SubKind.OTHER_EXPRESSION_SUBKIND);

  private final UserClasses classes = new UserClasses();
  private final SnippetExecution execution = new SnippetExecution(classes);
  private final JShell shell;
  private final Magics magics;
  private final Map<String, CellPlace> places = new HashMap<>();

  JavaSession() {
    // What the compiler sees unless it is told otherwise: not the kernel's own classes.
    System.setProperty("java.class.path", classes.folder().toString());
    shell = JShell.builder().executionEngine(execution.provider(), Map.of()).build();
    magics = new Magics(this::addToClasspath, classes);
    IMPORTS.forEach(shell::eval);
    // As jshell's own loader does: services and resources are looked for among the notebook's.
    Thread.currentThread().setContextClassLoader(classes.loader());
  }

  /**
   * Runs a cell.
   *
   * @param number of the cell, by which errors name it
   * @return the value of the expression at its end, unless a semicolon follows it
   */
  Optional<CellValue> run(int number, String cell) throws CellFailure {
    List<Snippet> evaluated = new ArrayList<>();
    Optional<CellValue> value = Optional.empty();
    int at = afterBlanks(cell, 0);
    while (at < cell.length()) {
      CellPlace place = new CellPlace(number, lineOf(cell, at));
      Matcher magic = MAGIC.matcher(cell).region(at, cell.length());
      if (magic.lookingAt()) {
        magics.run(magic.group().strip());
        value = Optional.empty();
        at = afterBlanks(cell, magic.end());
        continue;
      }
      String rest = cell.substring(at, nextMagic(cell, at));
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        at = afterBlanks(cell, at + rest.length());
        continue;
      }
      boolean whole = info.completeness().isComplete();
      String taken = whole ? rest.substring(0, rest.length() - info.remaining().length()) : rest;
      boolean wantsValue = !taken.stripTrailing().endsWith(";");
      value = evaluate(whole ? info.source() : rest, place, wantsValue, evaluated);
      at = afterBlanks(cell, at + taken.length());
    }
    failIfUnresolved(evaluated, number);
    return value;
  }

  private Optional<CellValue> evaluate(
      String source, CellPlace place, boolean wantsValue, List<Snippet> evaluated)
      throws CellFailure {
    Optional<CellValue> value = Optional.empty();
    for (SnippetEvent event : events(source, place)) {
      Snippet snippet = event.snippet();
      places.put(snippet.id(), place);
      if (event.causeSnippet() != null) {
        continue;
      }
      if (event.status() == Status.REJECTED) {
        throw Errors.ofCompiler(source, shell.diagnostics(snippet).toList(), place);
      }
      JShellException exception = event.exception();
      if (exception != null) {
        throw Errors.of(exception, places);
      }
      evaluated.add(snippet);
      if (wantsValue && SHOWN.contains(snippet.subKind())) {
        value = Optional.of(new CellValue(execution.lastValue()));
      }
    }
    return value;
  }

  /** jshell asks what was thrown for its message and its causes, and fails if these do. */
  private List<SnippetEvent> events(String source, CellPlace place) throws CellFailure {
    try {
      return shell.eval(source);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw Errors.ofKernel(e, "what was thrown can't be told", place.cell());
    }
  }

  /** In a notebook what a cell declares must be complete by its end; jshell would wait for more. */
  private void failIfUnresolved(List<Snippet> evaluated, int number) throws CellFailure {
    for (Snippet snippet : evaluated) {
      Status status = shell.status(snippet);
      if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
        List<String> missing =
            shell.unresolvedDependencies((jdk.jshell.DeclarationSnippet) snippet).toList();
        throw Errors.ofMissing(
            missing, places.getOrDefault(snippet.id(), new CellPlace(number, 1)));
      }
    }
  }

  /** The content of an {@code is_complete_reply}. */
  JsonObject completeness(String code) {
    Completeness completeness = shell.sourceCodeAnalysis().analyzeCompletion(code).completeness();
    String status =
        switch (completeness) {
          case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> "complete";
          case UNKNOWN -> "invalid";
          default -> "incomplete";
        };
    return JsonObject.build(o -> o.put("status", status).put("indent", "  "));
  }

  /** The content of a {@code complete_reply}. */
  JsonObject completions(String code, int cursor) {
    int[] anchor = new int[1];
    List<String> matches =
        shell.sourceCodeAnalysis().completionSuggestions(code, cursor, anchor).stream()
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .toList();
    int start = matches.isEmpty() ? cursor : anchor[0];
    return JsonObject.build(
        o ->
            o.put("status", "ok")
                .put("matches", JsonArray.ofStrings(matches))
                .put("cursor_start", start)
                .put("cursor_end", cursor)
                .put("metadata", JsonObject.EMPTY));
  }

  /** The content of an {@code inspect_reply}. */
  JsonObject inspection(String code, int cursor) {
    List<String> signatures =
        shell.sourceCodeAnalysis().documentation(code, cursor, false).stream()
            .map(SourceCodeAnalysis.Documentation::signature)
            .toList();
    return JsonObject.build(
        o ->
            o.put("status", "ok")
                .put("found", !signatures.isEmpty())
                .put(
                    "data",
                    JsonObject.build(d -> d.put("text/plain", String.join("\n", signatures))))
                .put("metadata", JsonObject.EMPTY));
  }

  @Override
  public void close() {
    shell.close();
    classes.close();
  }

  private void addToClasspath(String path) {
    shell.addToClasspath(path);
  }

  private static int nextMagic(String cell, int from) {
    Matcher magic = MAGIC_LINE.matcher(cell);
    return magic.find(from) ? magic.start() : cell.length();
  }

  private static int afterBlanks(String cell, int from) {
    int at = from;
    while (at < cell.length() && Character.isWhitespace(cell.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int lineOf(String cell, int at) {
    return 1 + (int) cell.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
