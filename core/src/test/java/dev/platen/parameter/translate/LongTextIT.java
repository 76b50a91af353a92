package dev.platen.parameter.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.ParameterValue;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A long text, run by the languages themselves. Apart from {@link TranslatedValuesIT}, for both
 * take minutes.
 */
class LongTextIT {
  @TempDir Path folder;

  static Stream<Interpreter> interpreters() {
    return Interpreter.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("interpreters")
  void aTextOfTenMegabytesComesBack(Interpreter interpreter) throws Exception {
    String piece = "ab\"c'\\d$e#f{g}`%h\n\u00e9\u20ac\ud83d\ude00";
    ParameterValue value = ParameterValue.of(piece.repeat(10_000_000 / piece.length()));
    String source = interpreter.translator().assignment("big", value);

    Map<String, ParameterValue> seen = interpreter.run(Map.of("big", source), folder);

    // Not isEqualTo, whose message would have ten million characters.
    assertThat(value.equals(seen.get("big"))).isTrue();
  }
}
