package dev.platen.parameter.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.fault.Fault;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NastyValues;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the translators write, run by the languages themselves. */
class TranslatedValuesIT {
  private static final int RANDOM_VALUES = 150;

  @TempDir Path folder;

  static Stream<Interpreter> interpreters() {
    return Interpreter.ALL.stream();
  }

  /** A value comes back as it was, or was refused; what looks like code in it is never run. */
  @ParameterizedTest
  @MethodSource("interpreters")
  void whatIsWrittenComesBack(Interpreter interpreter) throws Exception {
    Map<String, String> assignments = new LinkedHashMap<>();
    Map<String, ParameterValue> expected = new LinkedHashMap<>();
    List<String> refused = new ArrayList<>();
    for (ParameterValue value : values()) {
      String name = "p" + expected.size();
      try {
        assignments.put(name, interpreter.translator().assignment(name, value));
        expected.put(name, interpreter.seen().apply(value));
      } catch (Fault fault) {
        refused.add(value.display());
      }
    }

    Map<String, ParameterValue> seen = interpreter.run(assignments, folder);

    expected.forEach(
        (name, value) -> assertThat(seen.get(name)).as(assignments.get(name)).isEqualTo(value));
    assertThat(seen).hasSameSizeAs(expected);
    // Most of what can be said must be.
    assertThat(refused).hasSizeLessThan(values().size() / 2);
    assertThat(folder.resolve("owned")).doesNotExist();
  }

  private static List<ParameterValue> values() {
    List<ParameterValue> values = new ArrayList<>(plain());
    attacks().forEach(text -> values.add(ParameterValue.of(text)));
    attacks().forEach(text -> values.add(new MapValue(Map.of(text, ParameterValue.of(text)))));
    attacks().forEach(text -> values.add(new ListValue(List.of(ParameterValue.of(text)))));
    NastyValues nasty = new NastyValues(20261126);
    for (int i = 0; i < RANDOM_VALUES; i++) {
      values.add(nasty.next());
    }
    return values;
  }

  private static List<ParameterValue> plain() {
    ParameterValue one = ParameterValue.of(1);
    ParameterValue half = ParameterValue.of(0.5);
    ParameterValue word = ParameterValue.of("relu");
    List<ParameterValue> values = new ArrayList<>();
    for (long whole :
        new long[] {0, -1, 1L << 31, Integer.MIN_VALUE, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE}) {
      values.add(ParameterValue.of(whole));
    }
    values.add(new IntegerValue(BigInteger.TEN.pow(30)));
    for (double real :
        new double[] {0.1, -2.5e-7, 1e22, 1e16, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN}) {
      values.add(ParameterValue.of(real));
    }
    values.add(ParameterValue.of(Double.POSITIVE_INFINITY));
    values.add(ParameterValue.of(Double.NEGATIVE_INFINITY));
    values.add(ParameterValue.of(true));
    values.add(NullValue.NULL);
    values.add(word);
    values.add(ParameterValue.of(""));
    values.add(list());
    values.add(new MapValue(Map.of()));
    values.add(list(one, ParameterValue.of(-1)));
    values.add(list(one, half));
    values.add(list(list(one), list()));
    values.add(list(list(one, one), list(half)));
    values.add(list(one, word, NullValue.NULL));
    values.add(list(NullValue.NULL));
    values.add(list(list(list(one))));
    values.add(new MapValue(Map.of("lr", half, "layers", list(one, one), "name", word)));
    values.add(new MapValue(Map.of("a", one, "b", half, "", one)));
    values.add(new MapValue(Map.of("__proto__", list(one), "toString", half)));
    return values;
  }

  private static ListValue list(ParameterValue... values) {
    return new ListValue(List.of(values));
  }

  /** Text that would run, and make the file "owned", were it code in one of the languages. */
  private static List<String> attacks() {
    return List.of(
        "$(touch owned)",
        "`touch owned`",
        "'; touch owned; '",
        "\"; system(\"touch owned\"); \"",
        "\\\"; system(\"touch owned\"); \"",
        "'; system('touch owned'); '",
        "#{`touch owned`}",
        "#$0 #@x",
        "@{[ `touch owned` ]} $x @x %x",
        "${Runtime.getRuntime().exec(\"touch owned\")}",
        "\\u0022; Runtime.getRuntime().exec(\\u0022touch owned\\u0022); //",
        "\\\\u0022 + owned + \\\\u0022",
        "]] os.execute('touch owned') --[[",
        "\"\n.os.execute('touch owned')\n\"",
        "{{os.execute('touch owned')}}",
        "'); DROP TABLE runs; --",
        "</script><script>owned()</script>",
        "\u2019; touch owned \u2018",
        "\u202e\u2066 // owned",
        "%s %n \\",
        "trailing backslash \\",
        "'''\"\"\"`````");
  }
}
