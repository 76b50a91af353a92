package dev.platen.parameter.inspect;

import dev.platen.parameter.PythonNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that gives names a value, or only a type.
 *
 * @param names the targets that are single names; one or more
 * @param annotation the tokens of the type; none if there is no type
 * @param value the tokens of the value; none if there is only a type
 * @see <a href="https://docs.python.org/3/reference/simple_stmts.html#assignment-statements">
 *     assignment statements</a>
 */
record Assignment(List<String> names, List<Token> annotation, List<Token> value, String comment) {

  /** The statement, if it is one of these and has a target that is a single name. */
  static Optional<Assignment> of(List<Token> statement, String comment) {
    List<List<Token>> parts = parts(statement);
    List<Token> value = parts.remove(parts.size() - 1);
    if (statement.size() > 2 && statement.get(1).is(":") && isName(statement.subList(0, 1))) {
      List<Token> declaration = parts.isEmpty() ? value : parts.get(0);
      return Optional.of(
          new Assignment(
              List.of(statement.get(0).text()),
              declaration.subList(2, declaration.size()),
              parts.isEmpty() ? List.of() : value,
              comment));
    }
    List<String> names =
        parts.stream().filter(Assignment::isName).map(part -> part.get(0).text()).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new Assignment(names, List.of(), value, comment));
  }

  /** What lies between the {@code =} of the statement; those of a lambda's defaults don't count. */
  private static List<List<Token>> parts(List<Token> statement) {
    List<List<Token>> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < statement.size() && !statement.get(i).text().equals("lambda"); i++) {
      if (statement.get(i).is("=") && statement.get(i).depth() == 0) {
        parts.add(statement.subList(start, i));
        start = i + 1;
      }
    }
    parts.add(statement.subList(start, statement.size()));
    return parts;
  }

  private static boolean isName(List<Token> target) {
    return target.size() == 1
        && target.get(0).kind() == Token.Kind.NAME
        && PythonNames.isName(target.get(0).text());
  }
}
