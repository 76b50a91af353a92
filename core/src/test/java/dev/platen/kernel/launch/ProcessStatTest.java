package dev.platen.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessStatTest {
  private static final String REST =
      " S 12 11 10 0 -1 4194304 99 0 0 0 1 20 300 4000 20 0 9 0 111735 3133440 376 18446744073";

  @Test
  void readsWhatItNeeds() {
    assertThat(ProcessStat.parse("13 (python)" + REST))
        .contains(new ProcessStat(13, 12, 11, 10, 4321, 111735, 376));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", ")", "x) S 1 1 1 (", "(", "\n"})
  void aNameMayHoldAnything(String name) {
    assertThat(ProcessStat.parse("13 (" + name + ")" + REST).orElseThrow().parent()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "13", "13 (python)", "13 (python) S 1 2"})
  void aLineThatWasCutOffIsNoProcess(String line) {
    assertThat(ProcessStat.parse(line)).isEmpty();
  }
}
