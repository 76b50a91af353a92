package dev.platen.javakernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/** Where in the notebook the snippets stand. For all threads: the notebook's own may fail too. */
final class SnippetPlaces {
  /** jshell's name for the class around a snippet, with the snippet's id. */
  private static final Pattern CLASS = Pattern.compile("REPL\\.(\\$JShell\\$(\\d+)[A-Z]*)\\b.*");

  private record Placed(Snippet snippet, CellPlace place) {}

  private final SourceCodeAnalysis analysis;
  private final Map<String, Placed> byId = new ConcurrentHashMap<>();

  SnippetPlaces(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  void put(Snippet snippet, CellPlace place) {
    byId.put(snippet.id(), new Placed(snippet, place));
  }

  /** Where a snippet starts. */
  Optional<CellPlace> of(Snippet snippet) {
    return Optional.ofNullable(byId.get(snippet.id())).map(Placed::place);
  }

  /** Empty if the frame isn't of a cell; without line if the snippet is another by now. */
  Optional<String> of(StackTraceElement frame) {
    String file = String.valueOf(frame.getFileName());
    // So jshell names the snippet, with the line in it, if the exception went through its hands.
    if (file.startsWith("#")) {
      return Optional.of(
          Optional.ofNullable(byId.get(file.substring(1)))
              .map(placed -> placed.place().line(frame.getLineNumber()))
              .orElse("this cell"));
    }
    Matcher wrapper = CLASS.matcher(frame.getClassName());
    if (!wrapper.matches()) {
      return Optional.empty();
    }
    Placed placed = byId.get(wrapper.group(2));
    return Optional.of(
        placed == null
            ? "a cell"
            : candidates(placed).stream()
                .flatMap(each -> line(each, wrapper.group(1), frame.getLineNumber()).stream())
                .findFirst()
                .orElse("In [" + placed.place().cell() + "]"));
  }

  /** Methods of one name share a class. */
  private List<Placed> candidates(Placed placed) {
    if (!(placed.snippet() instanceof PersistentSnippet named)) {
      return List.of(placed);
    }
    return byId.values().stream()
        .filter(
            each ->
                each.snippet() instanceof PersistentSnippet other
                    && other.name().equals(named.name()))
        .toList();
  }

  /** By the text: the class may have been made of an earlier form of the snippet. */
  private Optional<String> line(Placed placed, String className, int line) {
    SnippetWrapper wrapper = analysis.wrapper(placed.snippet());
    String wrapped = wrapper.wrapped();
    List<String> lines = wrapped.lines().toList();
    if (line < 1 || line > lines.size() || !wrapped.contains("class " + className + " ")) {
      return Optional.empty();
    }
    int at = lines.subList(0, line - 1).stream().mapToInt(each -> each.length() + 1).sum();
    // Its end: what jshell writes itself stands before.
    int inSource = wrapper.wrappedToSourcePosition(at + lines.get(line - 1).length());
    String source = wrapper.source();
    int position = Math.max(0, Math.min(inSource, source.length()));
    int start = source.lastIndexOf('\n', position - 1) + 1;
    int end = source.indexOf('\n', start) < 0 ? source.length() : source.indexOf('\n', start);
    String own = source.substring(start, end).strip();
    long number = source.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return lines.get(line - 1).contains(own)
        ? Optional.of(placed.place().line(number))
        : Optional.empty();
  }
}
