package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.kernelspec.KernelSpec;
import dev.platen.kernelspec.KernelSpec.InterruptMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelSpecHashTest {
  private static KernelSpec spec(String name, List<String> argv, Map<String, String> env) {
    return new KernelSpec(
        name,
        Path.of("/" + name),
        Path.of("/e"),
        "user",
        argv,
        "Python of " + name,
        "python",
        InterruptMode.SIGNAL,
        env,
        JsonObject.EMPTY);
  }

  @Test
  void howAKernelStartsCountsAndNotWhatItIsCalled() {
    List<String> argv = List.of("python", "-m", "ipykernel_launcher");
    Map<String, String> env = Map.of("A", "1", "B", "2", "C", "3");
    String hash = KernelSpecHash.of(spec("a", argv, env));
    assertThat(KernelSpecHash.of(spec("b", argv, env))).isEqualTo(hash).hasSize(64);
    assertThat(KernelSpecHash.of(spec("a", List.of("python", "-m"), env))).isNotEqualTo(hash);
    assertThat(KernelSpecHash.of(spec("a", argv, Map.of("A", "1")))).isNotEqualTo(hash);
  }
}
