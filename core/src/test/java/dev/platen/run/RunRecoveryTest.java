package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.hash.Sha256;
import dev.platen.json.JsonObject;
import dev.platen.run.KilledRun.At;
import dev.platen.run.RunRecovery.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Folders as a killed Platen leaves them. */
class RunRecoveryTest {
  @TempDir private Path out;

  @AfterEach
  void unlock() throws IOException {
    for (RunFolder folder : folders()) {
      KilledRun.unlock(folder);
    }
  }

  private List<RunFolder> folders() throws IOException {
    try (Stream<Path> all = Files.list(out)) {
      return all.filter(Files::isDirectory).map(RunFolder::new).toList();
    }
  }

  private static Finding recover(RunFolder folder) {
    return RunRecovery.recover(folder, Set.of());
  }

  private static List<String> names(RunFolder folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder.path())) {
      return all.filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = At.class,
      names = {
        "FOLDER_MADE",
        "JOURNAL_MADE",
        "RECORD_HALF_WRITTEN",
        "RECORD_WRITTEN",
        "NOTEBOOK_HALF_WRITTEN"
      })
  void aRunThatHadNotBegunLeavesNothing(At at) throws Exception {
    RunFolder folder = KilledRun.at(at, out);
    assertThat(recover(folder)).isEqualTo(Finding.DISCARDED);
    assertThat(folder.path()).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(
      value = At.class,
      mode = Mode.EXCLUDE,
      names = {
        "FOLDER_MADE",
        "JOURNAL_MADE",
        "RECORD_HALF_WRITTEN",
        "RECORD_WRITTEN",
        "NOTEBOOK_HALF_WRITTEN"
      })
  void aRunThatHadBegunIsFinishedAndSealed(At at) throws Exception {
    RunFolder folder = KilledRun.at(at, out);
    assertThat(recover(folder)).isEqualTo(Finding.RECOVERED);
    assertThat(new Seal(new Sha256()).verify(folder)).isEmpty();
    assertThat(names(folder))
        .containsAll(List.of("notebook.ipynb", "report.html", "run.json", "seal.json"))
        .doesNotContain("journal.jsonl")
        .noneMatch(name -> name.endsWith(".part"));
    JsonObject record = folder.readRecord();
    assertThat(record.text("status"))
        .isEqualTo(at.isBefore(At.FINAL_RECORD_WRITTEN) ? "interrupted" : "succeeded");
    assertThat(record.has("kept")).isEqualTo(!at.isBefore(At.FINAL_RECORD_WRITTEN));
    assertThat(Files.readString(folder.notebook()).contains("\"output_type\": \"stream\""))
        .isEqualTo(!at.isBefore(At.CELL_RUNNING));
    assertThat(Files.readString(folder.report()))
        .as("as it was asked for")
        .contains(record.text("status"), "<html lang=\"pt-BR\"")
        .doesNotContain("<script");
    byte[] seal = Files.readAllBytes(folder.seal());
    assertThat(recover(folder)).isEqualTo(Finding.NOTHING_TO_DO);
    assertThat(Files.readAllBytes(folder.seal())).isEqualTo(seal);
  }

  @Test
  void aRunOfThisProcessIsLeftAlone() throws Exception {
    Set<Path> active = ConcurrentHashMap.newKeySet();
    try (JournalFile journal = JournalFile.claim(out, "x", Clock.systemUTC(), active)) {
      assertThat(active).containsExactly(journal.folder().path());
      assertThat(RunRecovery.recover(journal.folder(), active)).isEqualTo(Finding.STILL_RUNNING);
      // Also when nobody told.
      assertThat(recover(journal.folder())).isEqualTo(Finding.STILL_RUNNING);
      assertThat(journal.folder().journal()).exists();
    }
    assertThat(active).isEmpty();
  }

  @Test
  void aSealedFolderWhoseSealWasTakenAwayIsForPeople() throws Exception {
    RunFolder folder = KilledRun.at(At.REPORT_WRITTEN, out);
    recover(folder);
    KilledRun.unlock(folder);
    Files.delete(folder.seal());
    assertThat(recover(folder)).isEqualTo(Finding.NOTHING_TO_DO);
    assertThat(folder.seal()).doesNotExist();
  }

  @Test
  void anEndedRunWithoutJournalAndSealIsSealed() throws Exception {
    RunFolder folder = KilledRun.at(At.REPORT_WRITTEN, out);
    Files.delete(folder.journal());
    assertThat(recover(folder)).isEqualTo(Finding.RECOVERED);
    assertThat(new Seal(new Sha256()).verify(folder)).isEmpty();
  }

  @Test
  void whatSomebodyPutIntoAFolderIsNotRemoved() throws Exception {
    RunFolder folder = KilledRun.at(At.JOURNAL_MADE, out);
    Path note = Files.writeString(folder.path().resolve("note.txt"), "mine");
    assertThatThrownBy(() -> recover(folder)).isInstanceOf(Fault.class);
    assertThat(note).hasContent("mine");
    Path other = Files.createDirectory(out.resolve("my folder"));
    Path link = Files.createSymbolicLink(out.resolve("x~abcdef"), other);
    Path file = Files.writeString(out.resolve("y~abcdef"), "");
    assertThat(RunRecovery.recoverAll(out, Set.of())).hasSize(1);
    assertThat(List.of(other, link, file)).allSatisfy(path -> assertThat(path).exists());
  }

  @Test
  void oneFolderThatCantBeFinishedStopsNoOther() throws Exception {
    RunFolder broken = KilledRun.at(At.CELL_RUNNING, out);
    Files.writeString(broken.notebook(), "no notebook");
    RunFolder dead = KilledRun.at(At.CELL_RUNNING, out);
    RunFolder unborn = KilledRun.at(At.JOURNAL_MADE, out);
    List<RunRecovery.Recovered> found = RunRecovery.recoverAll(out, Set.of());
    assertThat(found)
        .extracting(each -> each.folder().path(), RunRecovery.Recovered::finding)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(broken.path(), Finding.REFUSED),
            org.assertj.core.groups.Tuple.tuple(dead.path(), Finding.RECOVERED),
            org.assertj.core.groups.Tuple.tuple(unborn.path(), Finding.DISCARDED));
    assertThat(found)
        .allSatisfy(
            each ->
                assertThat(each.fault().isPresent()).isEqualTo(each.finding() == Finding.REFUSED));
    assertThat(broken.journal()).exists();
  }

  @Test
  void sealedFoldersAreNotEvenOpened() throws Exception {
    for (int i = 0; i < 500; i++) {
      Path sealed = Files.createDirectory(out.resolve("x=%d~aaaaaa".formatted(i)));
      Files.writeString(sealed.resolve("seal.json"), "whatever");
      Files.writeString(sealed.resolve("run.json"), "whatever");
    }
    assertThat(RunRecovery.recoverAll(out, Set.of())).isEmpty();
    assertThat(RunRecovery.recoverAll(out.resolve("missing"), Set.of())).isEmpty();
  }

  @Test
  void whatStillWritesIntoTheLogBreaksNoSeal() throws Exception {
    RunFolder folder = KilledRun.at(At.CELL_RUNNING, out);
    try (var straggler =
        Files.newOutputStream(folder.kernelLog(), java.nio.file.StandardOpenOption.APPEND)) {
      recover(folder);
      straggler.write("too late\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    assertThat(new Seal(new Sha256()).verify(folder)).isEmpty();
    assertThat(folder.kernelLog()).hasContent("the kernel's own words\n");
  }

  @Test
  void aJournalInASealedFolderIsNoticed() throws Exception {
    RunFolder folder = KilledRun.at(At.FILES_PROTECTED, out);
    assertThat(new Seal(new Sha256()).verify(folder))
        .extracting(i -> i.toString())
        .anyMatch(i -> i.contains("journal"));
    Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(recover(folder)).isEqualTo(Finding.RECOVERED);
    assertThat(new Seal(new Sha256()).verify(folder)).isEmpty();
  }

  @Test
  void newRunsAndACleanerGetOnWithEachOther() throws Exception {
    Set<Path> active = ConcurrentHashMap.newKeySet();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> cleaner =
          pool.submit(
              () -> {
                int discarded = 0;
                while (!Thread.currentThread().isInterrupted()) {
                  for (var each :
                      RunRecovery.recoverAll(out, Collections.unmodifiableSet(active))) {
                    discarded += each.finding() == Finding.DISCARDED ? 1 : 0;
                    assertThat(each.finding()).isIn(Finding.DISCARDED, Finding.STILL_RUNNING);
                  }
                }
                return discarded;
              });
      for (int i = 0; i < 300; i++) {
        JournalFile journal = JournalFile.claim(out, "x", Clock.systemUTC(), active);
        assertThat(journal.folder().journal()).exists();
        assertThat(journal.folder().discard()).isTrue();
        journal.close();
      }
      pool.shutdownNow();
      cleaner.get();
    } finally {
      pool.shutdownNow();
    }
    assertThat(active).isEmpty();
  }
}
