package dev.platen.study.spec;

import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import dev.platen.parameter.read.YamlValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
      issues.add(value.place(), name + " is an empty list", "list one value at least");
      return Optional.empty();
    }
    return Optional.of(list);
  }

  /** A list of values that differ. */
  static Optional<List<ParameterValue>> values(
      YamlValue value, String name, String example, Issues issues) {
    return list(value, name, example, issues)
        .filter(list -> differ(list, name, issues))
        .map(list -> list.items().stream().map(YamlValue::value).toList());
  }

  private static boolean differ(YamlValue.Sequence list, String name, Issues issues) {
    Set<ParameterValue> seen = new HashSet<>();
    for (YamlValue item : list.items()) {
      if (!seen.add(item.value())) {
        issues.add(
            item.place(),
            item.value().display() + " is in " + name + " twice",
            "keep one of them; 'repeat' is for more runs of the same point");
      }
    }
    return seen.size() == list.items().size();
  }

  /** Any single word, as it is written. No path and no variable of a process can hold a NUL. */
  static Optional<String> text(YamlValue value, String name, Issues issues) {
    if (value instanceof YamlValue.Scalar scalar && !isNothing(value)) {
      if (scalar.text().indexOf('\0') < 0) {
        return Optional.of(scalar.text());
      }
      issues.add(value.place(), name + " holds a NUL character", "remove it");
      return Optional.empty();
    }
    issues.add(value.place(), name + " takes text, not " + found(value), "write text");
    return Optional.empty();
  }

  static OptionalInt whole(YamlValue value, String name, int least, Issues issues) {
    OptionalInt number = whole(value, least);
    if (number.isEmpty()) {
      boolean isHuge =
          value.value() instanceof IntegerValue n
              && n.value().signum() > 0
              && n.value().bitLength() >= Integer.SIZE;
      String range = isHuge ? least + " to " + Integer.MAX_VALUE : least + " or more";
      issues.add(
          value.place(),
          name + " takes a whole number, " + range + ", not " + found(value),
          "write a number such as " + Math.max(least, 1));
    }
    return number;
  }

  /** A whole number that isn't less; for those who say themselves what is wrong otherwise. */
  static OptionalInt whole(YamlValue value, int least) {
    return value.value() instanceof IntegerValue number
            && number.value().bitLength() < Integer.SIZE
            && number.value().intValue() >= least
        ? OptionalInt.of(number.value().intValue())
        : OptionalInt.empty();
  }
}
