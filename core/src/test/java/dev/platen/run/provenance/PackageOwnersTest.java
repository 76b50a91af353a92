package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageOwnersTest {
  @TempDir Path dir;
  private Path site;
  private final PackageOwners owners = new PackageOwners();

  @BeforeEach
  void install() throws IOException {
    site = dir.resolve("lib/python3.11/site-packages");
    record("numpy-2.4.6.dist-info", "numpy/__init__.py,sha256=x,1");
    record("pillow-13.0.0.dist-info", "PIL/__init__.py,sha256=x,1", "PIL/Image.py,,");
    metadata("PyYAML-6.0.egg-info", "top_level.txt", "_yaml\nyaml\n");
    record("google_api-1.0.dist-info", "\"google/api,v1.py\",,", "google/api.py,,");
    metadata("google_api-1.0.dist-info", "top_level.txt", "google\n");
    record("protobuf-5.0.dist-info", "google/protobuf/message.py,,");
    metadata("protobuf-5.0.dist-info", "top_level.txt", "google\n");
    record("six-1.17.0.dist-info", "six.py,,");
    record("ipykernel-7.0.dist-info", "ipykernel/__init__.py,,");
  }

  private void metadata(String name, String file, String text) throws IOException {
    Files.createDirectories(site.resolve(name));
    Files.writeString(site.resolve(name).resolve(file), text);
  }

  private void record(String name, String... lines) throws IOException {
    metadata(name, "RECORD", String.join("\n", lines) + "\n");
  }

  private SortedMap<String, String> used(String... modules) {
    return owners.used(
        InstalledPackages.find(List.of(site)), Stream.of(modules).map(site::resolve).toList());
  }

  @Test
  void aModuleBelongsToThePackageOfItsNameOrToTheOneThatListsIt() {
    assertThat(used("numpy", "PIL", "yaml", "six.py"))
        .containsExactly(
            Map.entry("numpy", "2.4.6"),
            Map.entry("pillow", "13.0.0"),
            Map.entry("pyyaml", "6.0"),
            Map.entry("six", "1.17.0"));
  }

  @Test
  void ofANamespaceEachFileHasItsOwner() {
    assertThat(used("google/protobuf/message.py")).containsOnlyKeys("protobuf");
    assertThat(used("google/api,v1.py")).containsOnlyKeys("google-api");
  }

  @Test
  void whatNobodyClaimsOrTheKernelNeedsIsNotUsed() {
    assertThat(used("stray.py", "google/stray.py", "ipykernel")).isEmpty();
    assertThat(owners.used(InstalledPackages.find(List.of(site)), List.of(Path.of("/else/numpy"))))
        .isEmpty();
  }

  @Test
  void ownersAreRememberedUntilPackagesChange() throws IOException {
    assertThat(used("PIL")).containsOnlyKeys("pillow");
    record("pillow-13.0.0.dist-info", "other.py,,");
    assertThat(used("PIL")).as("looked up once").containsOnlyKeys("pillow");
    Files.move(site.resolve("pillow-13.0.0.dist-info"), site.resolve("pillow-14.0.dist-info"));
    assertThat(used("PIL")).as("another version may own other modules").isEmpty();
    record("pillow-15.0.dist-info", "PIL/__init__.py,,");
    Files.delete(site.resolve("pillow-14.0.dist-info/RECORD"));
    Files.delete(site.resolve("pillow-14.0.dist-info"));
    assertThat(used("PIL")).containsExactly(Map.entry("pillow", "15.0"));
  }
}
