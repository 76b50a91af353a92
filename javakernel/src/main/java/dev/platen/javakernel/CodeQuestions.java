package dev.platen.javakernel;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What editors ask about code that isn't run yet. Places are in code points, as the protocol counts
 * them; Java counts halves of those beyond 16 bits.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#completion">The
 *     protocol's {@code cursor_pos}</a>
 */
final class CodeQuestions {
  private static final Pattern MAGIC = Pattern.compile("(?:^|\\n)[ \\t]*(%\\w*)$");

  private final SourceCodeAnalysis analysis;

  CodeQuestions(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The content of an {@code is_complete_reply}. */
  JsonObject completeness(String code) {
    CellText parts = new CellText(code, analysis::analyzeCompletion);
    Completeness last = Completeness.COMPLETE;
    for (Optional<CellPart> next = parts.next(); next.isPresent(); next = parts.next()) {
      last = next.get().completeness();
    }
    String status =
        switch (last) {
          case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> "complete";
          case UNKNOWN -> "invalid";
          default -> "incomplete";
        };
    return JsonObject.build(o -> o.put("status", status).put("indent", "  "));
  }

  /** The content of a {@code complete_reply}. */
  JsonObject completions(String code, int cursor) {
    String before = before(code, cursor);
    Matcher magic = MAGIC.matcher(before);
    if (magic.find()) {
      Stream<String> names = Magics.NAMES.stream().map(name -> "%" + name);
      return completions(
          names.filter(name -> name.startsWith(magic.group(1))).toList(),
          points(before, magic.start(1)),
          points(before, before.length()));
    }
    int context = context(before);
    int[] anchor = new int[1];
    List<String> matches =
        analysis
            .completionSuggestions(before.substring(context), before.length() - context, anchor)
            .stream()
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    int start = matches.isEmpty() ? before.length() : context + anchor[0];
    return completions(matches, points(before, start), points(before, before.length()));
  }

  private static JsonObject completions(List<String> matches, int start, int end) {
    return JsonObject.build(
        o ->
            o.put("status", "ok")
                .put("matches", JsonArray.ofStrings(matches))
                .put("cursor_start", start)
                .put("cursor_end", end)
                .put("metadata", JsonObject.EMPTY));
  }

  /** The content of an {@code inspect_reply}. */
  JsonObject inspection(String code, int cursor) {
    String before = before(code, cursor);
    int context = context(before);
    List<String> signatures =
        analysis.documentation(before.substring(context), before.length() - context, false).stream()
            .map(Documentation::signature)
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

  /**
   * Where the code begins with which jshell can do something: it takes the whole for what its first
   * statement is, an import or a class, and knows nothing of magics.
   */
  private int context(String before) {
    int start = 0;
    CellText parts = new CellText(before, analysis::analyzeCompletion);
    for (Optional<CellPart> next = parts.next(); next.isPresent(); next = parts.next()) {
      CellPart part = next.get();
      boolean isOver = part.completeness() == Completeness.COMPLETE;
      switch (part.isMagic() ? Kind.IMPORT : kind(part.source())) {
        case IMPORT, METHOD -> start = isOver ? part.end() : part.start();
        case TYPE_DECL -> start = isOver ? part.end() : start;
        default -> {}
      }
    }
    return start;
  }

  private Kind kind(String source) {
    List<Snippet> snippets = analysis.sourceToSnippets(source);
    Snippet first = snippets.isEmpty() ? null : snippets.get(0);
    return first instanceof ErroneousSnippet wrong
        ? wrong.probableKind()
        : first == null ? Kind.STATEMENT : first.kind();
  }

  private static String before(String code, int cursor) {
    int points = code.codePointCount(0, code.length());
    return code.substring(0, code.offsetByCodePoints(0, Math.max(0, Math.min(cursor, points))));
  }

  private static int points(String code, int end) {
    return code.codePointCount(0, end);
  }
}
