package dev.platen.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
  @TempDir private Path dir;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void ofNothingAndOfLettersItIsWhatTheStandardSays() {
    // FIPS 180-4's examples.
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(Sha256.of(new byte[] {'a', 'b', 'c'})).isEqualTo(abc);
    assertThat(new Sha256(0).hash(new byte[] {'a', 'b', 'c'})).isEqualTo(abc);
    assertThat(new Sha256(0).hash(new byte[0]))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 262_144, 262_145, 9_000_000})
  void whoeverHashesItIsTheSame(int length) throws IOException {
    byte[] bytes = bytes(length);
    Path file = Files.write(dir.resolve("file"), bytes);
    String hash = Sha256.of(bytes);
    assertThat(new Sha256().hash(bytes)).isEqualTo(hash);
    assertThat(new Sha256(0).hash(bytes)).isEqualTo(hash);
    assertThat(new Sha256().hash(file)).isEqualTo(hash);
    assertThat(new Sha256(0).hash(file)).isEqualTo(hash);
  }

  @Test
  void manyMayHashAtOnce() {
    Sha256 shared = new Sha256(1000);
    assertThat(IntStream.range(0, 500).parallel())
        .allSatisfy(i -> assertThat(shared.hash(bytes(i))).isEqualTo(Sha256.of(bytes(i))));
  }

  @Test
  void aFileThatIsntThereIsSaid() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> new Sha256(0).hash(dir.resolve("none")));
  }
}
