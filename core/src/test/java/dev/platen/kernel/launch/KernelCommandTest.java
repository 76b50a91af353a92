package dev.platen.kernel.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class KernelCommandTest {
  private static final List<String> JAVA = List.of("java", "Main");
  private static final long MIB = 1L << 20;

  private static List<String> options(OptionalLong limit, Map<String, String> env) {
    List<String> all = KernelCommand.withJavaOptions(JAVA, limit, env);
    assertThat(all).startsWith("java").endsWith("Main");
    return all.subList(1, all.size() - 1);
  }

  @Test
  void aJvmLearnsItsTemporaryFolderAndWhatOfTheMemoryIsHeap() {
    assertThat(options(OptionalLong.empty(), Map.of())).isEmpty();
    assertThat(options(OptionalLong.of(500 * MIB), Map.of("TMPDIR", "/tmp/x")))
        .containsExactly("-Djava.io.tmpdir=/tmp/x", "-Xmx307200k");
    assertThat(options(OptionalLong.of(2000 * MIB), Map.of())).containsExactly("-Xmx1638400k");
    assertThat(options(OptionalLong.of(150 * MIB), Map.of())).containsExactly("-Xmx51200k");
    assertThat(options(OptionalLong.of(MIB), Map.of("JDK_JAVA_OPTIONS", "-Xmx1g"))).isEmpty();
  }
}
