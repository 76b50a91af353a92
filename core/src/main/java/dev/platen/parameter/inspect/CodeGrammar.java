package dev.platen.parameter.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How a language gives names a value. */
interface CodeGrammar {
  /**
   * A name and what it is given.
   *
   * @param type its tokens; none if there is no type
   * @param value its tokens; none if there is only a type
   */
  record Declaration(String name, List<Token> type, List<Token> value) {}

  /** What a statement declares. */
  List<Declaration> declarations(List<Token> statement);

  /** {@code name <- value}, {@code name = value}, {@code value -> name}. */
  CodeGrammar R =
      statement -> {
        int first = indexOf(statement, Set.of("<-", "<<-", "="));
        if (first == 1) {
          return one(statement.subList(0, 1), List.of(), statement.subList(2, statement.size()));
        }
        int arrow = indexOf(statement, Set.of("->", "->>"));
        return arrow > 0 && arrow == statement.size() - 2
            ? one(statement.subList(arrow + 1, arrow + 2), List.of(), statement.subList(0, arrow))
            : List.of();
      };

  /** {@code [const|global] name[::Type] = value}. */
  CodeGrammar JULIA =
      statement -> {
        List<Token> rest = without(statement, Set.of("const", "global", "local"));
        int equals = indexOf(rest, Set.of("="));
        boolean isTyped = rest.size() > 2 && rest.get(1).is("::");
        if (equals == 1) {
          return one(rest.subList(0, 1), List.of(), rest.subList(2, rest.size()));
        }
        return equals > 2 && isTyped
            ? one(
                rest.subList(0, 1), rest.subList(2, equals), rest.subList(equals + 1, rest.size()))
            : List.of();
      };

  /** {@code val|var name[: Type] = value}. */
  CodeGrammar SCALA =
      statement -> {
        List<Token> rest =
            without(statement, Set.of("final", "lazy", "implicit", "private", "protected"));
        boolean isValue = rest.size() > 3 && Set.of("val", "var").contains(rest.get(0).text());
        int equals = indexOf(rest, Set.of("="));
        if (!isValue || equals < 0) {
          return List.of();
        }
        List<Token> value = rest.subList(equals + 1, rest.size());
        if (equals == 2) {
          return one(rest.subList(1, 2), List.of(), value);
        }
        return rest.get(2).is(":")
            ? one(rest.subList(1, 2), rest.subList(3, equals), value)
            : List.of();
      };

  /** {@code [final] Type name = value[, name = value]}, or {@code name = value} again. */
  CodeGrammar JAVA =
      statement -> {
        List<Token> rest =
            without(statement, Set.of("final", "static", "public", "private", "protected"));
        int equals = indexOf(rest, Set.of("="));
        if (equals < 1 || rest.get(equals - 1).kind() != Token.Kind.NAME) {
          return List.of();
        }
        List<Token> type = rest.subList(0, equals - 1);
        boolean isInferred = type.size() == 1 && type.get(0).text().equals("var");
        List<Declaration> all = new ArrayList<>();
        int start = equals - 1;
        for (int i = equals; i <= rest.size(); i++) {
          boolean isEnd = i == rest.size() || isComma(rest.get(i), type);
          if (isEnd && start + 1 < i && rest.get(start + 1).is("=")) {
            all.addAll(
                one(
                    rest.subList(start, start + 1),
                    isInferred ? List.of() : type,
                    rest.subList(start + 2, i)));
          }
          start = isEnd ? i + 1 : start;
        }
        return all;
      };

  private static boolean isComma(Token token, List<Token> type) {
    return token.is(",") && token.depth() == 0 && !type.isEmpty();
  }

  private static List<Declaration> one(List<Token> name, List<Token> type, List<Token> value) {
    boolean isName = name.get(0).kind() == Token.Kind.NAME && !value.isEmpty();
    return isName
        ? List.of(new Declaration(name.get(0).text().replace("`", ""), type, value))
        : List.of();
  }

  /** The first of these operators that lies in no bracket, or -1. */
  private static int indexOf(List<Token> tokens, Set<String> operators) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.depth() == 0
          && token.kind() == Token.Kind.OPERATOR
          && operators.contains(token.text())) {
        return i;
      }
    }
    return -1;
  }

  private static List<Token> without(List<Token> tokens, Set<String> modifiers) {
    int start = 0;
    while (start < tokens.size() && modifiers.contains(tokens.get(start).text())) {
      start++;
    }
    return tokens.subList(start, tokens.size());
  }
}
