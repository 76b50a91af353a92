package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.fault.Issue;
import dev.platen.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  @TempDir Path parent;
  private RunFolder folder;

  @BeforeEach
  void aSealedFolder() throws IOException {
    folder = new RunFolder(Files.createDirectories(parent.resolve("x~abcdef")));
    Files.writeString(folder.record(), "{}");
    Files.writeString(folder.report(), "<p>report</p>");
    Files.createDirectory(folder.figures());
    Files.writeString(folder.figures().resolve("cell-01-1.png"), "png");
    new Seal(new Sha256()).apply(folder);
  }

  /** JUnit couldn't remove the folder otherwise, unless it is root. */
  @AfterEach
  void unlock() throws IOException {
    try (Stream<Path> all = Files.walk(folder.path())) {
      for (Path path : all.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }

  private void change(Path file, String content) throws IOException {
    unlock();
    if (Files.exists(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.writeString(file, content);
  }

  @Test
  void holdsForWhatWasSealedAndForbidsWriting() throws IOException {
    assertThat(new Seal(new Sha256()).verify(folder)).isEmpty();
    try (Stream<Path> all = Files.walk(folder.path())) {
      for (Path path : all.toList()) {
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        assertThat(permissions).as(path.toString()).doesNotContain("w");
      }
    }
  }

  @Test
  void namesWhatWasChangedAddedOrRemoved() throws IOException {
    change(folder.report(), "<p>Report</p>");
    change(folder.figures().resolve("cell-02-1.png"), "new");
    Files.delete(folder.figures().resolve("cell-01-1.png"));
    assertThat(new Seal(new Sha256()).verify(folder))
        .containsExactlyInAnyOrder(
            new Issue("report.html", "was changed"),
            new Issue("figures/cell-01-1.png", "is missing"),
            new Issue("figures/cell-02-1.png", "was added"));
  }

  @Test
  void aSealThatWasMadeToFitIsFoundOut() throws IOException {
    String seal = Files.readString(folder.seal());
    String hash = new Sha256().hash(folder.report());
    change(folder.report(), "forged");
    String forged = new Sha256().hash(folder.report());
    change(folder.seal(), seal.replace(hash, forged));
    assertThat(new Seal(new Sha256()).verify(folder))
        .containsExactly(
            new Issue("seal.json", "was changed: its list doesn't match its own hash"));
  }

  @Test
  void aSealThatIsNoneOrMissingIsSaid() throws IOException {
    change(folder.seal(), "[]");
    assertThat(new Seal(new Sha256()).verify(folder))
        .containsExactly(new Issue("seal.json", "is no seal"));
    Files.delete(folder.seal());
    assertThat(new Seal(new Sha256()).verify(folder).get(0).message()).contains("never sealed");
    Files.writeString(folder.journal(), "");
    assertThat(new Seal(new Sha256()).verify(folder).get(0).message()).contains("under way");
  }

  @Test
  void aGlanceFindsWhatWasEditedAddedOrRemoved() throws IOException {
    assertThat(quickCheck()).isEmpty();
    change(folder.record(), "[]");
    change(folder.figures().resolve("cell-02-1.png"), "new");
    Files.delete(folder.figures().resolve("cell-01-1.png"));
    younger(folder.report());
    assertThat(quickCheck())
        .containsExactlyInAnyOrder(
            new Issue("run.json", "was changed"),
            new Issue("figures/cell-01-1.png", "is missing"),
            new Issue("figures/cell-02-1.png", "was added"));
  }

  @Test
  void aGlanceReadsRunJsonWhateverItsTimeAndOtherFilesThatAreYounger() throws IOException {
    FileTime before = Files.getLastModifiedTime(folder.record());
    change(folder.record(), "[]");
    Files.setLastModifiedTime(folder.record(), before);
    change(folder.report(), "<p>REPORT</p>");
    younger(folder.report());
    assertThat(quickCheck())
        .containsExactly(
            new Issue("report.html", "was changed"), new Issue("run.json", "was changed"));
  }

  @Test
  void aGlanceSeesThatThereIsNoSeal() throws IOException {
    unlock();
    Files.delete(folder.seal());
    assertThat(quickCheck().get(0).message()).contains("never sealed");
  }

  private void younger(Path file) throws IOException {
    FileTime sealed = Files.getLastModifiedTime(folder.seal());
    Files.setLastModifiedTime(file, FileTime.from(sealed.toInstant().plusSeconds(1)));
  }

  private List<Issue> quickCheck() throws IOException {
    return new Seal(new Sha256()).quickCheck(folder, Files.readAllBytes(folder.record()));
  }
}
