package dev.platen.parameter.inspect;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.NumberText;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions that are nothing but a value: what Python's {@code ast.literal_eval} takes,
 * less what no parameter can be (bytes, complex numbers, sets, {@code ...}, keys that aren't text),
 * plus {@code float('nan')} and its like. Tuples become lists.
 *
 * @see <a href="https://docs.python.org/3/library/ast.html#ast.literal_eval">literal_eval</a>
 */
final class PythonLiteral {
  /** Python's own parser takes no more. */
  private static final int MAX_DEPTH = 200;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private PythonLiteral(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The value of the whole expression; empty if it is no literal. */
  static Optional<ParameterValue> read(List<Token> expression) {
    PythonLiteral literal = new PythonLiteral(expression);
    ParameterValue value = literal.value();
    if (value != null && literal.isNext(",")) {
      value = literal.tuple(value, "");
    }
    return literal.next == expression.size() ? Optional.ofNullable(value) : Optional.empty();
  }

  private @Nullable ParameterValue value() {
    if (next >= tokens.size() || ++depth > MAX_DEPTH) {
      return null;
    }
    Token token = tokens.get(next++);
    ParameterValue value =
        switch (token.kind()) {
          case STRING -> strings(token);
          case NUMBER -> NumberText.read(token.text()).orElse(null);
          case NAME -> named(token.text());
          case OPERATOR ->
              switch (token.text()) {
                case "-", "+" -> isNext("-") || isNext("+") ? null : signed(token.text(), value());
                case "[" -> elements(new ArrayList<>(), "]");
                case "(" -> parenthesised();
                case "{" -> map();
                default -> null;
              };
        };
    depth--;
    return value;
  }

  private @Nullable ParameterValue strings(Token first) {
    StringBuilder all = new StringBuilder();
    Optional<String> text = PythonString.decode(first.text());
    while (text.isPresent()) {
      all.append(text.get());
      if (next == tokens.size() || tokens.get(next).kind() != Token.Kind.STRING) {
        return ParameterValue.of(all.toString());
      }
      text = PythonString.decode(tokens.get(next++).text());
    }
    return null;
  }

  private @Nullable ParameterValue named(String name) {
    return switch (name) {
      case "None" -> NullValue.NULL;
      case "True" -> ParameterValue.of(true);
      case "False" -> ParameterValue.of(false);
      case "float" ->
          take("(") && value() instanceof StringValue text && take(")")
              ? NumberText.readNonFinite(text.value().strip()).orElse(null)
              : null;
      default -> null;
    };
  }

  private static @Nullable ParameterValue signed(String sign, @Nullable ParameterValue value) {
    if (value instanceof IntegerValue integer) {
      return sign.equals("-") ? new IntegerValue(integer.value().negate()) : integer;
    } else if (value instanceof FloatValue number) {
      return sign.equals("-") ? new FloatValue(-number.value()) : number;
    }
    return null;
  }

  private @Nullable ParameterValue parenthesised() {
    if (take(")")) {
      return new ListValue(List.of());
    }
    ParameterValue first = value();
    return first == null || take(")") ? first : tuple(first, ")");
  }

  /** The rest of a tuple, from the comma behind its first element on. */
  private @Nullable ParameterValue tuple(ParameterValue first, String close) {
    List<ParameterValue> values = new ArrayList<>();
    values.add(first);
    return take(",") ? elements(values, close) : null;
  }

  private @Nullable ParameterValue elements(List<ParameterValue> values, String close) {
    while (!takeEnd(close)) {
      ParameterValue value = value();
      if (value == null) {
        return null;
      }
      values.add(value);
      if (!take(",") && !isEnd(close)) {
        return null;
      }
    }
    return new ListValue(values);
  }

  private @Nullable ParameterValue map() {
    Map<String, ParameterValue> entries = new LinkedHashMap<>();
    while (!take("}")) {
      if (!(value() instanceof StringValue key) || !take(":")) {
        return null;
      }
      ParameterValue value = value();
      if (value == null || (!take(",") && !isNext("}"))) {
        return null;
      }
      entries.put(key.value(), value);
    }
    return new MapValue(entries);
  }

  private boolean isNext(String operator) {
    return next < tokens.size() && tokens.get(next).is(operator);
  }

  private boolean take(String operator) {
    boolean there = isNext(operator);
    next += there ? 1 : 0;
    return there;
  }

  /** Whether the bracket is next, or, without one, whether the expression is at its end. */
  private boolean isEnd(String close) {
    return close.isEmpty() ? next == tokens.size() : isNext(close);
  }

  private boolean takeEnd(String close) {
    return close.isEmpty() ? next == tokens.size() : take(close);
  }
}
