package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPackagesTest {
  @TempDir Path dir;

  private Path folder(String name, String... entries) throws IOException {
    Path folder = Files.createDirectory(dir.resolve(name));
    for (String entry : entries) {
      Files.createDirectory(folder.resolve(entry));
    }
    return folder;
  }

  @Test
  void everyFormOfMetadataIsReadAndNamesAreNormalised() throws Exception {
    Path site =
        folder(
            "site",
            "numpy-2.4.6.dist-info",
            "Scikit_Learn-1.6.0.dist-info",
            "ruamel.yaml-0.18.6.dist-info",
            "torch-2.1.0+cu121.dist-info",
            "old-style-1.0.dist-info",
            "PyYAML-5.4-py3.11.egg-info",
            "setuptools-65.5.0.egg-info",
            "my_project.egg-info",
            "~umpy-1.0.dist-info",
            "numpy");
    Files.writeString(
        site.resolve("my_project.egg-info/PKG-INFO"), "Metadata-Version: 2.1\nVersion: 0.3\n");
    Files.writeString(site.resolve("legacy-1.2.egg-info"), "");
    assertThat(InstalledPackages.on(List.of(site)))
        .containsExactly(
            Map.entry("legacy", "1.2"),
            Map.entry("my-project", "0.3"),
            Map.entry("numpy", "2.4.6"),
            Map.entry("old-style", "1.0"),
            Map.entry("pyyaml", "5.4"),
            Map.entry("ruamel-yaml", "0.18.6"),
            Map.entry("scikit-learn", "1.6.0"),
            Map.entry("setuptools", "65.5.0"),
            Map.entry("torch", "2.1.0+cu121"));
  }

  @Test
  void theFirstOnThePathCountsAndFoldersThatAreNotThereAreNone() throws Exception {
    Path first = folder("first", "numpy-2.0.dist-info");
    Path second = folder("second", "numpy-1.0.dist-info", "broken.egg-info");
    assertThat(InstalledPackages.on(List.of(dir.resolve("python311.zip"), first, second)))
        .containsExactly(Map.entry("broken", ""), Map.entry("numpy", "2.0"));
  }
}
