package dev.platen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedFileTest {
  @TempDir private Path dir;

  private Path link(String name, String target) throws IOException {
    return Files.createSymbolicLink(dir.resolve(name), Path.of(target));
  }

  @Test
  void aLinkIsTheFileThatItLeadsTo() throws IOException {
    Files.createDirectory(dir.resolve("sub"));
    Path there = Files.writeString(dir.resolve("sub/there"), "").toRealPath();
    link("first", "sub/second");
    link("sub/second", "there");
    assertThat(LinkedFile.of(dir.resolve("first"))).isEqualTo(there);
    assertThat(LinkedFile.of(dir.resolve("new"))).isEqualTo(dir.resolve("new"));
    Files.delete(there);
    assertThat(LinkedFile.of(dir.resolve("first"))).isEqualTo(dir.resolve("sub/there"));
  }

  @Test
  void aCircleIsNoFile() throws IOException {
    Path first = link("first", "second");
    link("second", "first");
    Fault fault = catchThrowableOfType(Fault.class, () -> LinkedFile.of(first));
    assertThat(fault.describe())
        .contains("can't write 'first'")
        .contains("a link that leads back to itself")
        .contains("mend: ");
    fault =
        catchThrowableOfType(
            Fault.class, () -> WholeFile.write(first.resolve("out.ipynb"), new byte[0]));
    assertThat(fault.describe()).contains("a link that leads back to itself");
    assertThat(first).isSymbolicLink();
  }
}
