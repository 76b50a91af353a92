package dev.platen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path dir;

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void replacesAFileAndLeavesNothingBeside() throws IOException {
    Path file = dir.resolve("a.txt");
    WholeFile.write(file, new byte[] {1});
    WholeFile.write(file, new byte[] {2, 3});
    assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aNameMayBeAsLongAsTheFileSystemTakes() throws IOException {
    for (String name : List.of("n".repeat(255), "\ud83d\ude00".repeat(63), "é".repeat(127))) {
      WholeFile.write(dir.resolve(name), new byte[] {1});
      assertThat(names()).containsExactly(name);
      assertThat(HiddenName.beside(dir.resolve(name), "journal"))
          .isNotEqualTo(HiddenName.beside(dir.resolve(name + "x"), "journal"));
      Files.delete(dir.resolve(name));
    }
    assertThatThrownBy(() -> WholeFile.write(dir.resolve("n".repeat(256)), new byte[0]))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.describe()).contains("255 bytes").contains("shorten it"));
  }

  @Test
  void aBodyThatFailsLeavesTheOldFile() throws IOException {
    Path file = dir.resolve("a.txt");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.STORAGE_BUSY);
              assertThat(fault.describe()).contains("can't write 'a.txt'", "the disk is full");
            });
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void aBodyThatBreaksOffLeavesNothingBeside() throws IOException {
    Path file = dir.resolve("a.txt");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new OutOfMemoryError("heap");
                    }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void aMissingFolderIsNamed() {
    assertThatThrownBy(() -> WholeFile.write(dir.resolve("no/a.txt"), new byte[0]))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.STORAGE_MISSING);
              assertThat(fault.describe()).contains(dir.resolve("no/a.txt").toString());
            });
  }
}
