package dev.platen.study.spec;

import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import dev.platen.parameter.read.YamlValue;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a value has to look like. What looks otherwise is an issue, and empty. */
final class Shapes {
  private static final int LONGEST = 40;

  private Shapes() {}

  static boolean isNothing(YamlValue value) {
    return value.value().kind() == Kind.NULL;
  }

  /** The value for a message: its type, and what it is if that is short. */
  static String found(YamlValue value) {
    if (isNothing(value)) {
      return "nothing";
    }
    String text = value.value().display();
    String type = value.value().kind().word();
    return text.length() > LONGEST ? "a " + type : type + " " + text;
  }

  static Optional<YamlValue.Mapping> mapping(
      YamlValue value, String name, String example, Issues issues) {
    if (value instanceof YamlValue.Mapping map) {
      return Optional.of(map);
    }
    issues.add(
        value.place(), name + " takes a mapping, not " + found(value), "write it as " + example);
    return Optional.empty();
  }

  /** A list that isn't empty. */
  static Optional<YamlValue.Sequence> list(
      YamlValue value, String name, String example, Issues issues) {
    if (!(value instanceof YamlValue.Sequence list)) {
      issues.add(
          value.place(), name + " takes a list, not " + found(value), "write it as " + example);
      return Optional.empty();
    }
    if (list.items().isEmpty()) {
      issues.add(
          value.place(), name + " is empty: that leaves no trial", "list one value at least");
      return Optional.empty();
    }
    return Optional.of(list);
  }

  /** A list of values that differ. */
  static Optional<List<ParameterValue>> values(
      YamlValue value, String name, String example, Issues issues) {
    return list(value, name, example, issues)
        .map(
            list -> {
              Map<ParameterValue, YamlValue> first = new HashMap<>();
              for (YamlValue item : list.items()) {
                YamlValue earlier = first.putIfAbsent(item.value(), item);
                if (earlier != null) {
                  issues.add(
                      item.place(),
                      item.value().display() + " is in " + name + " twice",
                      "keep one of them; 'repeat' is for more runs of the same point");
                }
              }
              return list.items().stream().map(YamlValue::value).toList();
            });
  }

  /** Any single word, as it is written. */
  static Optional<String> text(YamlValue value, String name, Issues issues) {
    if (value instanceof YamlValue.Scalar scalar && !isNothing(value)) {
      return Optional.of(scalar.text());
    }
    issues.add(value.place(), name + " takes text, not " + found(value), "write text");
    return Optional.empty();
  }

  static OptionalInt whole(YamlValue value, String name, int least, Issues issues) {
    Optional<BigInteger> number =
        Optional.of(value.value())
            .filter(IntegerValue.class::isInstance)
            .map(whole -> ((IntegerValue) whole).value())
            .filter(whole -> whole.bitLength() < Integer.SIZE && whole.intValue() >= least);
    if (number.isEmpty()) {
      issues.add(
          value.place(),
          name + " takes a whole number of " + least + " at least, not " + found(value),
          "write " + Math.max(least, 1) + " or more");
    }
    return number.map(whole -> OptionalInt.of(whole.intValue())).orElse(OptionalInt.empty());
  }
}
