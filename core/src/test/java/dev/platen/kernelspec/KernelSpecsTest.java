package dev.platen.kernelspec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecsTest {
  @TempDir Path dir;
  private final Map<String, String> env = new HashMap<>();
  private Path project;

  @BeforeEach
  void aPlaceWithoutKernels() throws IOException {
    project = Files.createDirectories(dir.resolve("work/project/notebooks"));
    env.put("HOME", dir.resolve("home").toString());
    env.put("PATH", dir.resolve("bin").toString());
  }

  private void kernel(Path prefix, String name, String language) throws IOException {
    Path folder = Files.createDirectories(prefix.resolve("share/jupyter/kernels").resolve(name));
    Files.writeString(
        folder.resolve("kernel.json"),
        """
        {"argv": ["python", "-m", "k", "{connection_file}"], "display_name": "The %s",
         "language": "%s", "env": {"A": "1"}}
        """
            .formatted(name, language));
  }

  private void python(Path prefix) throws IOException {
    Path bin = Files.createDirectories(prefix.resolve("bin"));
    Files.writeString(bin.resolve("python"), "");
    assertThat(bin.resolve("python").toFile().setExecutable(true)).isTrue();
  }

  private KernelSpecs specs() {
    return new KernelSpecs(env, project);
  }

  private String originOf(String name) {
    return specs().find(name, "", "test").origin();
  }

  @Test
  void theActivatedEnvironmentGoesBeforeTheProjectAndTheUser() throws IOException {
    kernel(dir.resolve("home/.local"), "python3", "python");
    assertThat(originOf("python3")).isEqualTo("user");
    python(dir.resolve("work/.venv"));
    kernel(dir.resolve("work/.venv"), "python3", "python");
    assertThat(originOf("python3")).isEqualTo(".venv of the project");
    kernel(dir.resolve("conda"), "python3", "python");
    env.put("CONDA_PREFIX", dir.resolve("conda").toString());
    assertThat(originOf("python3")).isEqualTo("CONDA_PREFIX");
    kernel(dir.resolve("venv"), "python3", "python");
    env.put("VIRTUAL_ENV", dir.resolve("venv").toString());
    assertThat(originOf("python3")).isEqualTo("VIRTUAL_ENV");
    kernel(dir.resolve("own"), "python3", "python");
    env.put("JUPYTER_PATH", dir.resolve("own/share/jupyter").toString());
    assertThat(originOf("python3")).isEqualTo("JUPYTER_PATH");
    assertThat(specs().find("python3", "", "test").prefix()).isEqualTo(dir.resolve("own"));
  }

  @Test
  void theSpecIsReadWhole() throws IOException {
    kernel(dir.resolve("venv"), "MyKernel", "python");
    env.put("VIRTUAL_ENV", dir.resolve("venv").toString());
    KernelSpec spec = specs().find("mykernel", "", "test");
    assertThat(spec.displayName()).isEqualTo("The MyKernel");
    assertThat(spec.argv()).containsExactly("python", "-m", "k", "{connection_file}");
    assertThat(spec.env()).containsEntry("A", "1");
    assertThat(spec.interruptMode()).isEqualTo(KernelSpec.InterruptMode.SIGNAL);
    assertThat(spec.prefix()).isEqualTo(dir.resolve("venv"));
  }

  @Test
  void anEnvironmentWithIpykernelButWithoutKernelspecHasThePythonKernel() throws IOException {
    python(dir.resolve("venv"));
    Files.createDirectories(dir.resolve("venv/lib/python3.12/site-packages/ipykernel"));
    env.put("VIRTUAL_ENV", dir.resolve("venv").toString());
    assertThat(specs().find("python3", "", "test").isIpykernel()).isTrue();
    assertThat(originOf("python3")).isEqualTo("VIRTUAL_ENV");
  }

  @Test
  void aKernelOfTheSameLanguageStandsInOnlyWhenTheLanguageIsGiven() throws IOException {
    kernel(dir.resolve("venv"), "python3", "python");
    env.put("VIRTUAL_ENV", dir.resolve("venv").toString());
    assertThat(specs().find("conda-env-x", "Python", "test").name()).isEqualTo("python3");
    assertThatThrownBy(() -> specs().find("julia-1.9", "", "report.ipynb"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.describe())
                    .startsWith("error: no kernel named 'julia-1.9'\n  where: report.ipynb\n")
                    .contains("found: python3", "mend:  pass --kernel python3"));
  }

  @Test
  void aBrokenKernelspecHidesNoOther() throws IOException {
    kernel(dir.resolve("venv"), "good", "python");
    Path broken = Files.createDirectories(dir.resolve("venv/share/jupyter/kernels/broken"));
    Files.writeString(broken.resolve("kernel.json"), "{");
    env.put("VIRTUAL_ENV", dir.resolve("venv").toString());
    assertThat(specs().all()).containsKey("good").doesNotContainKey("broken");
  }
}
