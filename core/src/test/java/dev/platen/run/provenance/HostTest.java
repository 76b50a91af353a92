package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostTest {
  @Test
  void thisMachineIsDescribedWithoutItsUser() throws Exception {
    Host host = Host.current();
    assertThat(host.name()).isNotBlank().doesNotContain("\n");
    assertThat(host.os()).startsWith(System.getProperty("os.name"));
    assertThat(host.cores()).isPositive();
    assertThat(host.memoryBytes()).isGreaterThan(64L << 20);
    assertThat(host.toJson().members().keySet())
        .containsExactly("name", "os", "arch", "cores", "memory_bytes", "gpus");
  }

  @Test
  void theDriversFilesNameTheDevice() {
    assertThat(
            Host.models(
                """
                Model: \t\t NVIDIA A100-SXM4-40GB
                IRQ:   \t\t 42
                """))
        .isEqualTo(List.of("NVIDIA A100-SXM4-40GB"));
  }
}
