package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compare page of several folders, and of more runs than are drawn. */
class CompareFoldersIT {
  @TempDir private Path dir;

  private Page open(TestBrowser browser, Path page, List<String> complaints) {
    return browser.open(
        page.toUri().toString(),
        new Browser.NewContextOptions().setViewportSize(1300, 900),
        complaints::add,
        request -> {});
  }

  @Test
  void severalFoldersAreOnePageWhoseLinksLeadIntoThem() throws IOException {
    ofAnotherTemplate(StudyFolder.make(dir.resolve("one/runs")).dir());
    ExploredFolder.make(dir.resolve("two/runs"));
    Ended ended = Platen.in(dir).run("compare", "one/runs", "two/runs").exits(0);
    assertThat(ended.err()).contains("64 runs compared");
    List<String> complaints = new ArrayList<>();
    try (TestBrowser browser = TestBrowser.launch()) {
      Page page = open(browser, dir.resolve("index.html"), complaints);
      Locator first = page.locator(".explorer").nth(0);
      Locator second = page.locator(".explorer").nth(1);
      second.locator("input[type=search]").fill("<b>");
      assertThat(second.locator("table.rows tbody tr").count()).isEqualTo(1);
      assertThat(first.locator("table.rows tbody tr").count()).isEqualTo(20);
      assertThat(page.url()).endsWith("#view?2%3Afind=%3Cb%3E");
      first.locator(".bar button:has-text('Runs')").click();
      first.locator("input[type=search]").fill("000003");
      first.locator("table.rows tbody a").click();
      page.waitForLoadState();
      assertThat(page.title()).isEqualTo("Report 3");
    }
    assertThat(complaints).isEmpty();
    assertThat(Files.readAllLines(dir.resolve("runs.csv"))).hasSize(65);
  }

  private static void ofAnotherTemplate(Path runs) throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      for (Path record : all.map(run -> run.resolve("run.json")).toList()) {
        Files.writeString(record, Files.readString(record).replace("report.ipynb", "other.ipynb"));
      }
    }
  }

  @Test
  void numbersOfAnySizeAreDrawnAndThoseWithManyDigitsStandShort() throws IOException {
    Path runs = Files.createDirectories(dir.resolve("runs"));
    String record =
        Files.readString(
            ExploredFolder.make(dir.resolve("made")).dir().resolve("run=0~000000/run.json"));
    double[] losses = {Double.MAX_VALUE, -Double.MAX_VALUE, 1e18, 1e18 + 256, Double.MIN_VALUE};
    for (int i = 0; i < losses.length; i++) {
      Path run = Files.createDirectory(runs.resolve("run~00000" + i));
      String loss = "\"loss\":{\"type\":\"number\",\"value\":";
      Files.writeString(
          run.resolve("run.json"),
          record
              .replaceFirst("(\"lr\":.*?\"value\":)[^}]*", "$1" + (i + 1) / 30.0)
              .replaceFirst(loss.replace("{", "\\{") + "[^,}]*", loss + losses[i])
              .replaceFirst(
                  "\"cost\":\\{(.*?\"value\":)[^,}]*", "\"cost\":{$1" + (1e18 + 256 * i)));
    }
    Platen.in(dir).run("compare", runs).exits(0);
    Platen.in(dir).run("label", runs, "000001", "--add", "base").exits(0);
    List<String> complaints = new ArrayList<>();
    try (TestBrowser browser = TestBrowser.launch()) {
      Page page = open(browser, runs.resolve("index.html"), complaints);
      for (Locator chart : page.locator("figure.chart:visible").all()) {
        chart.scrollIntoViewIfNeeded();
        chart.locator("figcaption:not(:empty)").waitFor();
      }
      Locator lr =
          page.locator("table.rows td[title]", new Page.LocatorOptions().setHasText("0.0333333"));
      assertThat(lr.getAttribute("title")).isEqualTo("0.03333333333333333");
      assertThat(lr.textContent()).isEqualTo("0.0333333");
      page.locator(".bar button:has-text('Filter')").click();
      // One label is enough to tell its runs from those that have none.
      assertThat(page.locator("fieldset[data-column=labels] label").allTextContents())
          .containsExactly(" base", " –");
      // All runs have one status: there is nothing to choose.
      assertThat(page.locator("fieldset[data-column=status]").count()).isZero();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void aFolderToWriteIntoThatIsntThereIsNamed() throws IOException {
    StudyFolder.make(dir.resolve("runs"));
    assertThat(Platen.in(dir).run("compare", "runs", "--out", "nowhere").exits(5).err())
        .contains("no folder 'nowhere' to write into");
  }

  @Test
  void ofManyRunsAWindowIsDrawnThatFollowsTheReader() throws IOException {
    Path runs = ExploredFolder.make(dir.resolve("runs")).dir();
    for (int i = 100; i < 900; i++) {
      Path copy = Files.createDirectory(runs.resolve("copy~%06d".formatted(i)));
      String record = Files.readString(runs.resolve("run=0~000000/run.json"));
      // No trial: a run of its own takes nobody's place.
      Files.writeString(
          copy.resolve("run.json"), record.replaceFirst("\"trial\":.*?\"goal\":\\{.*?}},", ""));
    }
    Platen.in(dir).run("compare", runs).exits(0);
    List<String> complaints = new ArrayList<>();
    try (TestBrowser browser = TestBrowser.launch()) {
      Page page = open(browser, runs.resolve("index.html"), complaints);
      page.locator(".bar button:has-text('Runs')").click();
      assertThat(page.locator(".bar h2").textContent()).isEqualTo("Runs 857");
      assertThat(page.locator("table.rows tbody tr").count()).isLessThan(100);
      assertThat(page.locator("table.rows").getAttribute("aria-rowcount")).isEqualTo("858");
      page.locator("table.rows tbody a").first().focus();
      page.locator(".tall").evaluate("box => { box.scrollTop = box.scrollHeight; }");
      page.locator("tr[aria-rowindex='858']").waitFor();
      assertThat(page.locator("table.rows tbody tr").count()).isLessThan(100);
      // Whoever reads by keyboard is still where they were.
      assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("A");
      page.locator("th button[data-column=run]").click();
      page.locator("tr[aria-rowindex='2']").waitFor();
      assertThat(page.locator("tr[aria-rowindex='2'] th").textContent()).isEqualTo("000000");
    }
    assertThat(complaints).isEmpty();
  }
}
