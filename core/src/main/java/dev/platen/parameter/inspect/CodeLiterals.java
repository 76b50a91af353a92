package dev.platen.parameter.inspect;

import static java.util.Map.entry;

import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.NumberText;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are written out: numbers, strings, the language's own words, and its lists and maps
 * of these.
 *
 * @param words such as {@code TRUE} and {@code nothing}
 * @param lists functions that make a list of what they are given, the empty name for {@code [ ]}
 * @param maps functions that make a map of pairs
 * @param pair what stands between key and value; "," where they only follow each other
 */
record CodeLiterals(
    CodeSyntax syntax,
    Map<String, ParameterValue> words,
    Set<String> lists,
    Set<String> maps,
    String pair) {
  private static final ParameterValue TRUE = ParameterValue.of(true);
  private static final ParameterValue FALSE = ParameterValue.of(false);
  private static final ParameterValue INFINITE = ParameterValue.of(Double.POSITIVE_INFINITY);
  private static final ParameterValue NAN = ParameterValue.of(Double.NaN);
  private static final int MAX_DEPTH = 100;

  static final CodeLiterals R =
      new CodeLiterals(
          CodeSyntax.R,
          Map.ofEntries(
              entry("TRUE", TRUE),
              entry("FALSE", FALSE),
              entry("T", TRUE),
              entry("F", FALSE),
              entry("NULL", NullValue.NULL),
              entry("NA", NullValue.NULL),
              entry("Inf", INFINITE),
              entry("NaN", NAN)),
          Set.of("c", "list"),
          Set.of("c", "list"),
          "=");

  static final CodeLiterals JULIA =
      new CodeLiterals(
          CodeSyntax.JULIA,
          Map.of(
              "true", TRUE,
              "false", FALSE,
              "nothing", NullValue.NULL,
              "missing", NullValue.NULL,
              "Inf", INFINITE,
              "NaN", NAN),
          Set.of("", "("),
          Set.of("Dict"),
          "=>");

  static final CodeLiterals SCALA =
      new CodeLiterals(
          CodeSyntax.SCALA,
          Map.of("true", TRUE, "false", FALSE, "null", NullValue.NULL, "None", NullValue.NULL),
          Set.of("Seq", "List", "Vector", "Array", "IndexedSeq"),
          Set.of("Map"),
          "->");

  static final CodeLiterals JAVA =
      new CodeLiterals(
          CodeSyntax.JAVA,
          Map.of("true", TRUE, "false", FALSE, "null", NullValue.NULL),
          Set.of("List.of", "Arrays.asList", "{"),
          Set.of("Map.of"),
          ",");

  /** The value, if the tokens are one literal and nothing else. */
  Optional<ParameterValue> read(List<Token> tokens) {
    Reader reader = new Reader(tokens);
    ParameterValue value = reader.value(0);
    return Optional.ofNullable(reader.next == tokens.size() ? value : null);
  }

  /** An int or float as this language writes it. */
  private @Nullable ParameterValue number(String text) {
    boolean hex = text.matches("0[xX].*");
    String suffix = hex ? "[lL]$" : "[lLfFdD]$";
    String digits = text.replaceFirst(suffix, "");
    String letter = text.substring(digits.length());
    String plain =
        syntax.equals(CodeSyntax.JULIA) ? digits.replaceFirst("f(?=[-+]?\\d)", "e") : digits;
    ParameterValue value = NumberText.read(plain).orElse(null);
    boolean isFloat =
        letter.matches("[fFdD]") || (syntax.equals(CodeSyntax.R) && !letter.equals("L"));
    if (isFloat && value instanceof IntegerValue whole) {
      return ParameterValue.of(whole.value().doubleValue());
    }
    // In R 1e5L is an integer.
    return letter.equals("L") && value instanceof FloatValue number
        ? new IntegerValue(new BigDecimal(number.value()).toBigInteger())
        : value;
  }

  private final class Reader {
    private final List<Token> tokens;
    private int next;

    private Reader(List<Token> tokens) {
      this.tokens = tokens;
    }

    private @Nullable ParameterValue value(int depth) {
      if (next == tokens.size() || depth > MAX_DEPTH) {
        return null;
      }
      Token token = tokens.get(next);
      return switch (token.kind()) {
        case STRING -> {
          next++;
          yield CodeString.decode(token.text(), syntax).map(ParameterValue::of).orElse(null);
        }
        case NUMBER -> {
          next++;
          yield number(token.text());
        }
        case NAME -> named(depth);
        case OPERATOR -> operator(token, depth);
      };
    }

    private @Nullable ParameterValue operator(Token token, int depth) {
      if (token.is("-") || token.is("+")) {
        next++;
        return signed(token.is("-"), depth);
      }
      String list = token.is("[") ? "" : token.text();
      if (!lists.contains(list)) {
        return null;
      }
      next++;
      String close = token.is("[") ? "]" : token.is("(") ? ")" : "}";
      int start = next;
      ParameterValue values = elements(close, depth);
      boolean isTuple = !token.is("(") || next - start > 2;
      return isTuple ? values : null;
    }

    private @Nullable ParameterValue signed(boolean negative, int depth) {
      ParameterValue value = value(depth + 1);
      if (value instanceof IntegerValue whole) {
        return negative ? new IntegerValue(whole.value().negate()) : whole;
      } else if (value instanceof FloatValue number) {
        return negative ? ParameterValue.of(-number.value()) : number;
      }
      return null;
    }

    private @Nullable ParameterValue named(int depth) {
      StringBuilder name = new StringBuilder(tokens.get(next++).text());
      ParameterValue word = words.get(name.toString());
      if (word != null) {
        return word;
      }
      if (name.toString().equals("new")) {
        return array(depth);
      }
      while (take(".") && next < tokens.size()) {
        name.append('.').append(tokens.get(next++).text());
      }
      boolean isMap = maps.contains(name.toString());
      boolean isList = lists.contains(name.toString());
      if (take("[") || take("{")) {
        // Type parameters of the call.
        while (next < tokens.size() && !(isNext("]") || isNext("}"))) {
          next++;
        }
        next++;
      }
      return (isMap || isList) && take("(")
          ? isMap && (!isList || isPair()) ? map(depth) : elements(")", depth)
          : null;
    }

    /** {@code new int[] {1, 2}}. */
    private @Nullable ParameterValue array(int depth) {
      if (next < tokens.size() && tokens.get(next).kind() == Token.Kind.NAME) {
        next++;
      }
      return take("[") && take("]") && take("{") ? elements("}", depth) : null;
    }

    private boolean isPair() {
      return next + 1 < tokens.size() && tokens.get(next + 1).is(pair);
    }

    private @Nullable ParameterValue elements(String close, int depth) {
      List<ParameterValue> values = new ArrayList<>();
      while (!take(close)) {
        ParameterValue value = value(depth + 1);
        if (value == null) {
          return null;
        }
        values.add(value);
        if (!take(",") && !isNext(close)) {
          return null;
        }
      }
      return new ListValue(values);
    }

    private @Nullable ParameterValue map(int depth) {
      Map<String, ParameterValue> entries = new LinkedHashMap<>();
      while (!take(")")) {
        String key = key(depth);
        if (key == null || !take(pair)) {
          return null;
        }
        ParameterValue value = value(depth + 1);
        if (value == null || (!take(",") && !isNext(")"))) {
          return null;
        }
        entries.put(key, value);
      }
      return new MapValue(entries);
    }

    private @Nullable String key(int depth) {
      if (next < tokens.size() && tokens.get(next).kind() == Token.Kind.NAME && pair.equals("=")) {
        return tokens.get(next++).text().replace("`", "");
      }
      return value(depth + 1) instanceof StringValue text ? text.value() : null;
    }

    private boolean isNext(String operator) {
      return next < tokens.size() && tokens.get(next).is(operator);
    }

    private boolean take(String operator) {
      boolean there = isNext(operator);
      next += there ? 1 : 0;
      return there;
    }
  }
}
