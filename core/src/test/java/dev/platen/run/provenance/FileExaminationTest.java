package dev.platen.run.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileExaminationTest {
  private static final Instant OLD = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant START = Instant.parse("2024-01-02T00:00:00Z");
  private static final Instant NOW = Instant.parse("2024-01-03T00:00:00Z");

  /** From the standard's own examples (FIPS 180-4): SHA-256 of "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path dir;
  private final FileHasher hasher = new FileHasher(Clock.fixed(NOW, ZoneOffset.UTC));

  private Path file(String name, String text, Instant modified) throws IOException {
    Path file = Files.writeString(dir.resolve(name), text);
    Files.setLastModifiedTime(file, FileTime.from(modified));
    return file;
  }

  private Map<String, FileRecord> examine(long maxBytes, Path... files) {
    Map<String, Path> named = new HashMap<>();
    for (Path file : files) {
      named.put(file.getFileName().toString(), file);
    }
    return new FileExamination(hasher, START, maxBytes).examine(named);
  }

  private String hash(Path file) throws IOException {
    return hasher.sha256(file, Files.readAttributes(file, BasicFileAttributes.class));
  }

  @Test
  void aFileHasItsNameInTheProjectItsSizeTimeAndHash() throws Exception {
    Path abc = file("abc.csv", "abc", OLD);
    assertThat(examine(100, abc))
        .containsExactly(
            Map.entry(
                "abc.csv",
                new FileRecord("abc.csv", 3, Optional.of(OLD), Optional.of(ABC), List.of())));
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(ABC);
  }

  @Test
  void whatChangedAfterTheStartIsNotedButHashed() throws Exception {
    Path abc = file("abc.csv", "abc", START.plusMillis(1));
    assertThat(examine(100, abc).get("abc.csv").notes())
        .containsExactly(FileNote.CHANGED_DURING_RUN);
    assertThat(examine(100, abc).get("abc.csv").sha256()).contains(ABC);
  }

  @Test
  void theSmallestFilesAreHashedUntilTheBytesAreUsedUp() throws Exception {
    Path big = file("a.bin", "x".repeat(60), OLD);
    Path small = file("b.bin", "abc", OLD);
    Path bigger = file("c.bin", "x".repeat(61), OLD);
    Map<String, FileRecord> records = examine(63, big, bigger, small);
    assertThat(records.get("b.bin").sha256()).contains(ABC);
    assertThat(records.get("a.bin").sha256()).isPresent();
    assertThat(records.get("c.bin"))
        .isEqualTo(
            new FileRecord(
                "c.bin", 61, Optional.of(OLD), Optional.empty(), List.of(FileNote.TOO_LARGE)));
    assertThat(records.get("c.bin").toJson().members().keySet())
        .containsExactly("path", "bytes", "modified", "notes");
  }

  @Test
  void whatIsGoneIsNoted() {
    Path gone = dir.resolve("gone.csv");
    assertThat(examine(100, gone).get("gone.csv").toJson().toString()).contains("vanished");
  }

  @Test
  void aHashIsRememberedWhileNameSizeAndTimeAreTheSame() throws Exception {
    Path abc = file("abc.csv", "abc", OLD);
    assertThat(hash(abc)).isEqualTo(ABC);
    file("abc.csv", "xyz", OLD);
    assertThat(hash(abc)).as("read once only").isEqualTo(ABC);
    file("abc.csv", "xyz", OLD.plusMillis(1));
    assertThat(hash(abc)).isNotEqualTo(ABC);
  }

  @Test
  void aYoungFileIsReadAnew() throws Exception {
    Path abc = file("abc.csv", "xyz", NOW.minusMillis(1));
    assertThat(hash(abc)).isNotEqualTo(ABC);
    file("abc.csv", "abc", NOW.minusMillis(1));
    assertThat(hash(abc)).isEqualTo(ABC);
  }
}
