package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnFilesTest {
  private static boolean own(String file, String root, String prefix, String basePrefix) {
    return own(file, root, prefix, basePrefix, "/tmp");
  }

  private static boolean own(
      String file, String root, String prefix, String basePrefix, String temp) {
    PythonReport python =
        new PythonReport(
            "3.11.7",
            "cpython",
            prefix + "/bin/python",
            Path.of(prefix),
            Path.of(basePrefix),
            Path.of(basePrefix + "/lib/python3.11/"),
            Path.of(temp),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            false,
            0,
            Instant.EPOCH);
    ProjectScope scope = new ProjectScope(Path.of(root), Path.of(root, "runs/a~1"));
    return new OwnFiles(scope, python).contains(Path.of(file));
  }

  private static boolean own(String file) {
    return own(file, "/home/me/project", "/home/me/project/env", "/opt/python");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/me/project/lib/model.py",
        "/home/me/project/data/x.csv",
        "/home/me/project/fonts/own.ttf",
        "/home/me/project/runs/b~2/metrics.csv",
        "/home/me/elsewhere/helper.py",
        "/home/me/.cache/torch/hub/weights.pt",
        "/mnt/data/big.bin",
        "/opt/data/x.csv"
      })
  void theUsersOwn(String file) {
    assertThat(own(file)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/me/project/env/etc/config.json",
        "/home/me/project/other/lib/python3.11/site-packages/numpy/x.py",
        "/home/me/project/lib/__pycache__/model.cpython-311.pyc",
        "/home/me/project/.git/HEAD",
        "/home/me/project/runs/a~1/notebook.ipynb",
        "/opt/python/lib/python3.11/json/decoder.py",
        "/opt/python/share/thing",
        "/usr/share/fonts/x.txt",
        "/usr/lib/python3/dist-packages/six.py",
        "/etc/mime.types",
        "/proc/self/status",
        "/tmp/scratch.csv",
        "/home/me/.fonts/Some.TTF",
        "/home/me/.cache/matplotlib/fontlist-v390.json"
      })
  void notTheUsersOwn(String file) {
    assertThat(own(file)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/usr", "/usr/src/app"})
  void aPrefixAroundTheProjectDoesNotTakeItsFiles(String prefix) {
    assertThat(own("/usr/src/app/model.py", "/usr/src/app", prefix, prefix)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/tmp/project/x.csv", "/tmp/project/deep/x.csv"})
  void aProjectInATemporaryPlaceKeepsItsFiles(String file) {
    assertThat(own(file, "/tmp/project", "/opt/env", "/opt/python")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/scratch/t1", "/home/me/project/runs/.t1", "/tmp/t1"})
  void theKernelsTemporaryFolderIsForeignAndTheMachinesToo(String temp) {
    String root = "/home/me/project";
    assertThat(own(temp + "/x.csv", root, "/e", "/opt/python", temp)).isFalse();
    assertThat(own("/tmp/x.csv", root, "/e", "/opt/python", temp)).isFalse();
    assertThat(own("/scratch/x.csv", root, "/e", "/opt/python", temp)).isTrue();
    assertThat(own(root + "/x.csv", root, "/e", "/opt/python", temp)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/scratch", "/scratch/project"})
  void aTemporaryFolderAroundTheProjectDoesNotTakeItsFiles(String temp) {
    assertThat(own("/scratch/project/x.csv", "/scratch/project", "/e", "/p", temp)).isTrue();
  }
}
