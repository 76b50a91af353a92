package dev.platen.parameter.inspect;

import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterType;
import dev.platen.parameter.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a language by its assignment grammar: assignments to single names that lie in no block. The
 * last one to a name gives its default; a type or help that an earlier one gave stays.
 */
final class CodeInspector implements Inspector {
  private final CodeSyntax syntax;
  private final CodeGrammar grammar;
  private final CodeLiterals literals;
  private final CodeTypes types;

  CodeInspector(CodeSyntax syntax, CodeGrammar grammar, CodeLiterals literals, CodeTypes types) {
    this.syntax = syntax;
    this.grammar = grammar;
    this.literals = literals;
    this.types = types;
  }

  @Override
  public List<DeclaredParameter> inspect(String source) {
    Map<String, DeclaredParameter> declared = new LinkedHashMap<>();
    for (CodeStatement statement : CodeLexer.statements(source, syntax)) {
      for (CodeGrammar.Declaration declaration : grammar.declarations(statement.tokens())) {
        DeclaredParameter parameter = parameter(declaration, statement.comment(), source);
        declared.merge(parameter.name(), parameter, CodeInspector::later);
      }
    }
    return List.copyOf(declared.values());
  }

  private DeclaredParameter parameter(
      CodeGrammar.Declaration declaration, String text, String source) {
    PythonComment comment = PythonComment.of(text);
    Optional<String> written =
        declaration.type().isEmpty()
            ? comment.type()
            : Optional.of(Token.text(declaration.type(), source));
    Optional<ParameterValue> value = literals.read(declaration.value());
    Optional<ParameterType> type =
        declaration.type().isEmpty()
            ? value.map(types::inferred)
            : Optional.of(types.declared(written.orElse(""), declaration.type()));
    return new DeclaredParameter(
        declaration.name(),
        written,
        type,
        Token.text(declaration.value(), source),
        value,
        comment.help());
  }

  private static DeclaredParameter later(DeclaredParameter earlier, DeclaredParameter later) {
    boolean typed = later.annotation().isPresent() || earlier.annotation().isEmpty();
    boolean valued = !later.defaultSource().isEmpty();
    return new DeclaredParameter(
        later.name(),
        typed ? later.annotation() : earlier.annotation(),
        typed ? later.type() : earlier.type(),
        valued ? later.defaultSource() : earlier.defaultSource(),
        valued ? later.defaultValue() : earlier.defaultValue(),
        later.help().isEmpty() ? earlier.help() : later.help());
  }
}
