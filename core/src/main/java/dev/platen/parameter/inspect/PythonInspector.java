package dev.platen.parameter.inspect;

import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterType;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Python 3: assignments to single names, annotated or not, that lie in no block. The last one
 * to a name gives its default; an annotation or help that an earlier one gave stays.
 */
final class PythonInspector implements Inspector {
  private static final Set<String> BLOCKS =
      Set.of("if elif else for while try except finally with def class async".split(" "));

  @Override
  public List<DeclaredParameter> inspect(String source) {
    Map<String, DeclaredParameter> declared = new LinkedHashMap<>();
    List<PythonLine> lines = PythonLexer.lines(source);
    for (PythonLine line : lines) {
      if (line.indentation() == lines.get(0).indentation() && !isBlock(line)) {
        for (Assignment assignment : assignments(line)) {
          for (String name : assignment.names()) {
            declared.merge(name, declaration(name, assignment, source), PythonInspector::later);
          }
        }
      }
    }
    return List.copyOf(declared.values());
  }

  /** Whether what follows on the line is only done under some condition, or in another scope. */
  private static boolean isBlock(PythonLine line) {
    return BLOCKS.contains(line.tokens().get(0).text());
  }

  private static List<Assignment> assignments(PythonLine line) {
    List<Assignment> assignments = new ArrayList<>();
    List<Token> tokens = line.tokens();
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      boolean last = i == tokens.size();
      if (last || (tokens.get(i).is(";") && tokens.get(i).depth() == 0)) {
        Assignment.of(tokens.subList(start, i), last ? line.comment() : "")
            .ifPresent(assignments::add);
        start = i + 1;
      }
    }
    return assignments;
  }

  private static DeclaredParameter declaration(String name, Assignment assignment, String source) {
    PythonComment comment = PythonComment.of(assignment.comment());
    Optional<String> annotation =
        Optional.of(Token.text(assignment.annotation(), source))
            .filter(text -> !text.isEmpty())
            .map(PythonInspector::unquoted)
            .or(comment::type);
    Optional<ParameterValue> value = PythonLiteral.read(assignment.value());
    Optional<ParameterType> type =
        annotation
            .map(PythonTypes::declared)
            .or(() -> value.map(literal -> inferred(literal, assignment.value())));
    return new DeclaredParameter(
        name, annotation, type, Token.text(assignment.value(), source), value, comment.help());
  }

  private static ParameterType inferred(ParameterValue value, List<Token> source) {
    boolean tuple = value.kind() == Kind.LIST && !source.get(0).is("[");
    return ParameterType.inferred(tuple ? "tuple" : value.kind().word(), value.kind());
  }

  private static DeclaredParameter later(DeclaredParameter earlier, DeclaredParameter later) {
    boolean annotated = later.annotation().isPresent() || earlier.annotation().isEmpty();
    boolean valued = !later.defaultSource().isEmpty();
    return new DeclaredParameter(
        later.name(),
        annotated ? later.annotation() : earlier.annotation(),
        annotated ? later.type() : earlier.type(),
        valued ? later.defaultSource() : earlier.defaultSource(),
        valued ? later.defaultValue() : earlier.defaultValue(),
        later.help().isEmpty() ? earlier.help() : later.help());
  }

  private static String unquoted(String annotation) {
    List<PythonLine> lines = PythonLexer.lines(annotation);
    boolean quoted =
        lines.size() == 1
            && lines.get(0).tokens().size() == 1
            && lines.get(0).tokens().get(0).kind() == Token.Kind.STRING;
    return quoted ? PythonString.decode(annotation).orElse(annotation) : annotation;
  }
}
