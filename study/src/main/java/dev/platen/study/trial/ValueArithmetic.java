package dev.platen.study.trial;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.jexl3.JexlArithmetic;
import org.jspecify.annotations.Nullable;

/**
 * What operators do where the library's own would surprise: {@code /} divides without dropping what
 * is left over, lists are equal when their items are, and {@code =~} looks in a list. It knows no
 * bits, and no patterns, which could run for ever.
 */
final class ValueArithmetic extends JexlArithmetic {
  ValueArithmetic() {
    super(true);
  }

  /** All numbers from one to another, both included, whichever is the larger. */
  private record Range(Number first, Number last) implements Iterable<Object> {
    /** Nothing asks for them: there are no loops, and between two floats they can't be counted. */
    @Override
    public Iterator<Object> iterator() {
      throw new ArithmeticException("'" + this + "' has no items");
    }

    @Override
    public String toString() {
      return first + ".." + last;
    }
  }

  @Override
  public Object divide(@Nullable Object left, @Nullable Object right) {
    boolean leavesRest =
        left instanceof Number
            && right instanceof Number
            && toDouble(right) != 0
            && toDouble(mod(left, right)) != 0;
    return leavesRest ? toDouble(left) / toDouble(right) : super.divide(left, right);
  }

  /** To the library, any text and any number but 0 equals {@code true}. To Python, 1 does. */
  @Override
  public boolean equals(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Boolean != right instanceof Boolean) {
      Object other = left instanceof Boolean ? right : left;
      return other instanceof Number && super.equals(toDouble(left), toDouble(right));
    }
    Optional<List<?>> ours = items(left);
    Optional<List<?>> theirs = items(right);
    if (ours.isEmpty() || theirs.isEmpty()) {
      return super.equals(left, right);
    }
    int size = ours.get().size();
    return size == theirs.get().size()
        && IntStream.range(0, size).allMatch(i -> equals(ours.get().get(i), theirs.get().get(i)));
  }

  /** A parameter's list, or one that is written in the expression: that is an array of any type. */
  private static Optional<List<?>> items(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return Optional.of(list);
    }
    return value != null && value.getClass().isArray()
        ? Optional.of(
            IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).toList())
        : Optional.empty();
  }

  @Override
  public @Nullable Boolean contains(@Nullable Object container, @Nullable Object value) {
    if (container instanceof CharSequence || container instanceof Pattern) {
      throw new ArithmeticException("'=~' looks in a list, such as ['mlp', 'cnn']");
    }
    if (container instanceof Range range) {
      return value instanceof Number && isWithin(range, value);
    }
    // The library's own looks for items of the same class: 1 would not be in [1.0, 2.5].
    Optional<List<?>> items = items(container);
    return items.isPresent()
        ? Boolean.valueOf(items.get().stream().anyMatch(item -> equals(item, value)))
        : super.contains(container, value);
  }

  private boolean isWithin(Range range, Object value) {
    return lessThanOrEqual(range.first(), range.last())
        ? lessThanOrEqual(range.first(), value) && lessThanOrEqual(value, range.last())
        : lessThanOrEqual(range.last(), value) && lessThanOrEqual(value, range.first());
  }

  /** The library's own drops what comes after the point, of the ends and of what is looked for. */
  @Override
  public Iterable<?> createRange(@Nullable Object from, @Nullable Object to) {
    if (from instanceof Number first && to instanceof Number last) {
      return new Range(first, last);
    }
    throw new ArithmeticException("'..' stands between two numbers, in parentheses: (8..64)");
  }

  @Override
  public Object and(@Nullable Object left, @Nullable Object right) {
    throw noBits("&", "'and' joins conditions");
  }

  @Override
  public Object or(@Nullable Object left, @Nullable Object right) {
    throw noBits("|", "'or' joins conditions");
  }

  @Override
  public Object xor(@Nullable Object left, @Nullable Object right) {
    throw noBits("^", "a square is 'n * n'");
  }

  @Override
  public Object complement(@Nullable Object value) {
    throw noBits("~", "'not' turns a condition round");
  }

  @Override
  public Object shiftLeft(@Nullable Object left, @Nullable Object right) {
    throw noBits("<<", "'<' compares");
  }

  @Override
  public Object shiftRight(@Nullable Object left, @Nullable Object right) {
    throw noBits(">>", "'>' compares");
  }

  @Override
  public Object shiftRightUnsigned(@Nullable Object left, @Nullable Object right) {
    throw noBits(">>>", "'>' compares");
  }

  /** Bits are of no use to a condition; whoever writes their operators meant another one. */
  private static ArithmeticException noBits(String operator, String instead) {
    return new ArithmeticException("'" + operator + "' is no operator here; " + instead);
  }
}
