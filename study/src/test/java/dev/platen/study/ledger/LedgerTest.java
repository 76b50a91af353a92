package dev.platen.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.execute.RunStatus;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.metric.Metric;
import dev.platen.metric.MetricValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
  private static final OptionalInt SEEDED = OptionalInt.empty();

  @TempDir private Path project;
  private Path runs;

  private MadeRun run(String name) {
    runs = project.resolve("runs");
    return MadeRun.of(project, name);
  }

  private static List<String> ids(List<PastRun> runs) {
    return runs.stream().map(PastRun::id).toList();
  }

  @Test
  void aFolderThatIsNotThereHasNoRuns() {
    Ledger ledger = Ledger.read(project.resolve("nowhere"));
    assertThat(ledger.runs()).isEmpty();
    assertThat(ledger.broken()).isEmpty();
    assertThat(ledger.refresh().runs()).isEmpty();
  }

  @Test
  void runsComeNewestFirstAndWhatIsNoneIsPassedOver() throws IOException {
    run("a~aaaaaa").started(1).in(runs);
    run("c~cccccc").started(3).in(runs);
    run("b~bbbbbb").started(2).in(runs);
    Files.writeString(runs.resolve("index.html"), "page");
    Files.createDirectories(runs.resolve("snapshots/x"));
    Files.createDirectories(runs.resolve("just-made~dddddd"));
    Ledger ledger = Ledger.read(runs);
    assertThat(ids(ledger.runs())).containsExactly("cccccc", "bbbbbb", "aaaaaa");
    assertThat(ledger.broken()).isEmpty();
  }

  @Test
  void aRunIsSealedOnceItsJournalIsGone() throws IOException {
    Path journal = Files.createFile(run("a~aaaaaa").in(runs).journal());
    Ledger before = Ledger.read(runs);
    assertThat(before.runs()).extracting(PastRun::sealed).containsExactly(false);
    Files.delete(journal);
    assertThat(before.refresh().runs()).extracting(PastRun::sealed).containsExactly(true);
  }

  @Test
  void allThatTablesNeedIsRead() throws Exception {
    JsonObject metrics =
        (JsonObject)
            JsonReader.read(
                """
                {"mse": {"type": "number", "value": "NaN", "source": "record"},
                 "best": {"type": "text", "value": "relu", "source": "printed", "cell_index": 3},
                 "ok": {"type": "flag", "value": true, "source": "scrap"},
                 "t": {"type": "table", "value": {"columns": ["a"], "rows": [[1], [null]]}, "source": "scrap"},
                 "later": {"type": "tensor", "value": [1], "source": "record"}}
                """);
    run("x~aaaaaa")
        .with("lr", ParameterValue.of(Double.POSITIVE_INFINITY))
        .with("hidden", ParameterValue.of(8))
        .trial(List.of("lr"), List.of("hidden"), 2)
        .more("metrics", metrics)
        .more("resources", JsonObject.build(o -> o.put("peak_memory_bytes", 5)))
        .more(
            "error", JsonObject.build(o -> o.put("ename", "ValueError").put("evalue", "no\nmore")))
        .in(runs);
    PastRun run = Ledger.read(runs).runs().get(0);
    assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(run.sealed()).isTrue();
    assertThat(run.parameters().value("lr")).contains(ParameterValue.of(Double.POSITIVE_INFINITY));
    assertThat(run.parameters().value("hidden")).contains(ParameterValue.of(8));
    assertThat(run.trial().orElseThrow().repeat()).isEqualTo(2);
    assertThat(run.metrics()).containsOnlyKeys("mse", "best", "ok", "t");
    assertThat(run.metrics().get("mse").value()).isEqualTo(new MetricValue.Numeric(Double.NaN));
    assertThat(run.metrics().get("best"))
        .isEqualTo(
            new Metric(
                "best", new MetricValue.Text("relu"), Metric.Source.PRINTED, OptionalInt.of(3)));
    assertThat(run.seconds()).isEqualTo(1.5);
    assertThat(run.peakMemory()).hasValue(5);
    assertThat(run.error()).isEqualTo("ValueError: no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"status\": \"succeeded\"",
        "{\"status\": \"succeeded\"} x",
        "{\"status\": \"finished\", \"started\": \"2026-01-01T00:00:00Z\"}",
        "{\"status\": 7, \"started\": \"2026-01-01T00:00:00Z\"}",
        "{\"status\": \"failed\", \"started\": \"yesterday\"}",
        "{\"status\": \"failed\", \"started\": \"2026-01-01T00:00:00Z\", \"parameters\": [1]}",
        "{\"status\": \"failed\", \"started\": \"2026-01-01T00:00:00Z\", \"parameters\": {\"a\": 1}}",
        "{\"status\": \"failed\", \"started\": \"2026-01-01T00:00:00Z\","
            + " \"parameters\": {\"a\": {\"type\": \"int\", \"value\": \"x\"}}}",
        "{\"status\": \"failed\", \"started\": \"2026-01-01T00:00:00Z\", \"trial\": {\"repeat\": -1}}",
        "{\"provenance\": {\"a\": [tru"
      })
  void aRunThatCanNotBeReadIsListedAndLeftAlone(String json) throws IOException {
    run("good~aaaaaa").in(runs);
    RunFolder bad = run("bad~bbbbbb").in(runs);
    Files.writeString(bad.record(), json);
    Ledger ledger = Ledger.read(runs);
    assertThat(ids(ledger.runs())).containsExactly("aaaaaa");
    assertThat(ledger.broken())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.folder()).isEqualTo(bad);
              assertThat(each.why())
                  .startsWith("run.json ")
                  .doesNotContain("Exception")
                  .hasLineCount(1);
            });
    assertThat(bad.record()).hasContent(json);
  }

  @Test
  void bytesThatAreNoTextNestedDepthsAndThingsThatAreNoFilesAreBroken() throws IOException {
    RunFolder bytes = run("bytes~aaaaaa").in(runs);
    Files.write(bytes.record(), new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
    Files.write(run("wide~bbbbbb").in(runs).record(), new byte[] {0, (byte) 0xff, 0, 0, 1});
    String deep = "[".repeat(100_000);
    Files.writeString(run("deep~cccccc").in(runs).record(), "{\"provenance\": " + deep);
    RunFolder folder = run("folder~dddddd").in(runs);
    Files.delete(folder.record());
    Files.createDirectory(folder.record());
    Files.delete(run("gone~eeeeee").in(runs).record());
    RunFolder huge = run("huge~ffffff").in(runs);
    try (var channel =
        Files.newByteChannel(huge.record(), java.nio.file.StandardOpenOption.WRITE)) {
      channel
          .position(1L << 40)
          .write(java.nio.ByteBuffer.wrap("}".getBytes(StandardCharsets.UTF_8)));
    }
    Ledger ledger = Ledger.read(runs);
    assertThat(ledger.runs()).isEmpty();
    assertThat(ledger.broken()).hasSize(6);
    assertThat(ledger.broken().stream().filter(b -> b.folder().id().equals("eeeeee")))
        .singleElement()
        .extracting(BrokenFolder::why)
        .isEqualTo("run.json isn't there");
  }

  @Test
  void aSealThatCanNotBeReadIsABrokenOneAndNoReasonToShowNoOtherRun() throws IOException {
    run("good~aaaaaa").in(runs);
    RunFolder bad = run("bad~bbbbbb").in(runs);
    Files.deleteIfExists(bad.seal());
    Files.createDirectory(bad.seal());
    assertThat(Ledger.read(runs).runs().stream().filter(run -> !run.isTrusted()))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.folder()).isEqualTo(bad);
              assertThat(run.sealIssue()).contains("can't read");
            });
  }

  @Test
  void aRefreshReadsWhatIsNewAndWhatWasNotSealed() throws IOException {
    RunFolder sealed = run("sealed~aaaaaa").started(1).in(runs);
    run("going~bbbbbb").started(2).status("running").unsealed().in(runs);
    RunFolder removed = run("removed~cccccc").started(3).in(runs);
    Ledger first = Ledger.read(runs);
    assertThat(first.runs()).hasSize(3);

    Files.writeString(sealed.record(), "no JSON, but nobody looks");
    run("going~bbbbbb").started(2).in(runs);
    run("new~dddddd").started(4).in(runs);
    Files.move(removed.path(), project.resolve("elsewhere"));
    Ledger second = first.refresh();
    assertThat(ids(second.runs())).containsExactly("dddddd", "bbbbbb", "aaaaaa");
    assertThat(second.runs()).allMatch(PastRun::sealed);
    assertThat(second.runs().get(2)).isSameAs(first.runs().get(2));
    assertThat(first.runs()).hasSize(3);
  }

  private MadeRun trial(String name, int minute, ParameterValue hidden, int seed) {
    return run(name)
        .started(minute)
        .with("hidden", hidden)
        .with("seed", ParameterValue.of(seed))
        .trial(List.of("hidden"), List.of("seed"), seed);
  }

  @Test
  void theNewestFinishedRunOfLooselyTheSameTrialIsCurrent() {
    trial("a~aaaaaa", 1, ParameterValue.of(8), 0).in(runs);
    trial("b~bbbbbb", 2, ParameterValue.of("8"), 0).status("failed").in(runs);
    trial("c~cccccc", 3, ParameterValue.of(8.0), 0).in(runs);
    trial("d~dddddd", 4, ParameterValue.of(8), 1).in(runs);
    trial("e~eeeeee", 5, ParameterValue.of(8.5), 0).in(runs);
    trial("f~ffffff", 6, ParameterValue.of(8), 0).status("interrupted").in(runs);
    trial("g~gggggg", 7, ParameterValue.of(8), 0).status("running").unsealed().in(runs);
    run("h~hhhhhh").started(8).with("hidden", ParameterValue.of(8)).in(runs);
    Ledger ledger = Ledger.read(runs);
    assertThat(ids(ledger.runs().stream().filter(ledger::isSuperseded).toList()))
        .containsExactly("bbbbbb", "aaaaaa");
    assertThat(ledger.successor(ledger.runs().get(7)).map(PastRun::id)).contains("cccccc");
    assertThat(ids(ledger.current()))
        .containsExactly("hhhhhh", "gggggg", "ffffff", "eeeeee", "dddddd", "cccccc");
  }

  @Test
  void repeatsThatAreAllAlikeAreToldApartByTheirNumber() {
    run("a~aaaaaa").started(1).trial(List.of(), List.of(), 0).in(runs);
    run("b~bbbbbb").started(2).trial(List.of(), List.of(), 1).in(runs);
    run("c~cccccc").started(3).trial(List.of(), List.of(), 1).in(runs);
    Ledger ledger = Ledger.read(runs);
    assertThat(ids(ledger.current())).containsExactly("cccccc", "aaaaaa");
    LedgerIndex index = ledger.index();
    assertThat(ids(index.exactly(Parameters.EMPTY, OptionalInt.of(1))))
        .containsExactly("cccccc", "bbbbbb");
    assertThat(index.exactly(Parameters.EMPTY, OptionalInt.of(2))).isEmpty();
  }

  @Test
  void runsAreFoundByExactlyTheirParametersAndLooselyByWhatVaries() {
    trial("a~aaaaaa", 1, ParameterValue.of(8), 0).with("lr", ParameterValue.of(0.1)).in(runs);
    trial("b~bbbbbb", 2, ParameterValue.of(8.0), 0).with("lr", ParameterValue.of(0.2)).in(runs);
    trial("c~cccccc", 3, ParameterValue.of(8), 1).with("lr", ParameterValue.of(0.1)).in(runs);
    LedgerIndex index = Ledger.read(runs).index();
    Parameters effective =
        new Parameters(
            Map.of(
                "lr", ParameterValue.of(0.1),
                "hidden", ParameterValue.of(8),
                "seed", ParameterValue.of(0)));
    assertThat(ids(index.exactly(effective, SEEDED))).containsExactly("aaaaaa");
    assertThat(index.exactly(effective.with("hidden", ParameterValue.of(8.0)), SEEDED)).isEmpty();
    Parameters varied =
        new Parameters(Map.of("hidden", ParameterValue.of("8"), "seed", ParameterValue.of(0)));
    assertThat(ids(index.loosely(varied, SEEDED))).containsExactly("bbbbbb", "aaaaaa");
    assertThat(ids(index.loosely(varied.with("lr", ParameterValue.of(0.2)), SEEDED)))
        .containsExactly("bbbbbb");
    assertThat(index.loosely(varied.with("other", ParameterValue.of(1)), SEEDED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "8.0", " 8 ", "0x8", "8e0"})
  void numbersAreLooselyTheSameHoweverTheyAreWritten(String text) {
    assertThat(Loose.of(ParameterValue.of(text)))
        .isEqualTo(Loose.of(ParameterValue.of(8)))
        .isEqualTo(Loose.of(ParameterValue.of(8.0)));
  }

  @Test
  void otherValuesAreNotLooselyTheSame() {
    List<Object> all =
        List.of(
            Loose.of(ParameterValue.of("eight")),
            Loose.of(ParameterValue.of(true)),
            Loose.of(ParameterValue.of(1)),
            Loose.of(ParameterValue.of(1e300)),
            Loose.of(ParameterValue.of(Double.NaN)),
            Loose.of(ParameterValue.of(0.1)),
            Loose.of(ParameterValue.of(new JsonString("true"))));
    assertThat(all).doesNotHaveDuplicates();
  }
}
