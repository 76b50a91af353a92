package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same output over runs, and what differs between them, from a file in a real browser. */
class SameFigureBrowserIT {
  /** Whether the first tile is within the window. */
  private static final String TOP_OF_TILES =
      "(box => box.top > 0 && box.top < innerHeight)(document.querySelector('.tiles')"
          + ".getBoundingClientRect())";

  @TempDir private static Path dir;
  private static String address = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makePage() throws IOException {
    Path runs = FigureFolder.make(dir.resolve("runs")).dir();
    Platen.in(dir).run("compare", runs).exits(0);
    address = runs.resolve("index.html").toUri().toString();
    browser = TestBrowser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOfAndNothingAskedForButImagesOfRuns() {
    assertThat(complaints).isEmpty();
    assertThat(requests)
        .allSatisfy(
            request ->
                assertThat(request).matches(".*/runs/(index\\.html.*|100%25.*/figures/.*png)"));
    browser.closePages();
  }

  private Page open(String fragment, int width, ColorScheme scheme, ReducedMotion motion) {
    return browser.open(
        address + fragment,
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setReducedMotion(motion),
        complaints::add,
        requests::add);
  }

  private Page open(String fragment) {
    Page page = open(fragment, 1280, ColorScheme.LIGHT, ReducedMotion.REDUCE);
    near(page);
    return page;
  }

  /** Charts above grow when they come near, and push it away once more. */
  private static void near(Page page) {
    await()
        .untilAsserted(
            () -> {
              page.locator(".same").evaluate("section => section.scrollIntoView()");
              assertThat(page.locator(".tile").count()).isPositive();
              assertThat(page.evaluate(TOP_OF_TILES)).isEqualTo(true);
            });
  }

  private static Locator button(Page page, String text) {
    return page.locator("button:visible", new Page.LocatorOptions().setHasText(text)).first();
  }

  private static void areLoaded(Page page, String images) {
    until(
        page,
        "images => [...document.querySelectorAll(images)].every(i => i.complete && i.naturalWidth"
            + " === 160)",
        images);
  }

  /** The page's policy forbids the browser to wait by itself. */
  private static void until(Page page, String condition, Object argument) {
    await().untilAsserted(() -> assertThat(page.evaluate(condition, argument)).isEqualTo(true));
  }

  /** The colour in the middle of what is shown there. */
  private static Color middle(Locator place) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(place.screenshot()));
    return new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
  }

  @Test
  void everyRunsFigureStandsInTheOrderOfTheTableWithItsParametersAndItsGoal() {
    Page page = open("#view?rows=runs&sort=-p.hidden&is.p.arch=mlp");
    assertThat(page.locator(".same .told").textContent())
        .startsWith("15 figures of 15 runs, in the order of the table.");
    assertThat(page.locator(".tile").count()).isEqualTo(15);
    Locator first = page.locator(".tile").first();
    assertThat(first.locator(".under span").textContent()).isEqualTo("arch=mlp hidden=64 seed=0");
    assertThat(first.locator("strong").textContent()).isEqualTo("loss 0.015625");
    assertThat(first.locator("img").getAttribute("alt"))
        .isEqualTo(
            "The data " + FigureFolder.HOSTILE + " · bills · cell 2: arch=mlp hidden=64 seed=0");
    first.locator("img").scrollIntoViewIfNeeded();
    areLoaded(page, ".tile:first-child img");
    assertThat(first.locator("a").getAttribute("href"))
        .isEqualTo("100%25%2312%3F~000012/report.html#cell-2");
  }

  @Test
  void anotherFigureIsChosenByItsCellAndTheAddressKeepsIt() {
    Page page = open("#view?rows=runs");
    page.locator(".same select").selectOption("0a1b2c3d/1");
    assertThat(page.url()).contains("chart.same=0a1b2c3d%2F1");
    await()
        .untilAsserted(
            () ->
                assertThat(page.locator(".tile img").first().getAttribute("src"))
                    .endsWith("/cell-03-1.png"));
    page.locator(".same input[type=range]").fill("30");
    assertThat(page.url()).contains("chart.size=30");
    page.getByLabel("one of each point").check();
    await().untilAsserted(() -> assertThat(page.locator(".tile").count()).isEqualTo(10));
    page.goBack();
    page.goBack();
    page.goBack();
    await()
        .untilAsserted(
            () ->
                assertThat(page.locator(".tile img").first().getAttribute("src"))
                    .endsWith("/cell-02-1.png"));
  }

  @Test
  void onlyAsManyAreMadeAsComeNearTheWindowAndARunWithoutItIsCounted() {
    Page page = open("#view?rows=runs&chart.size=48");
    assertThat(page.locator(".same .told").textContent())
        .startsWith("29 figures of 30 runs")
        .contains("1 of them has no such figure.");
    assertThat(page.locator(".tile").count()).isEqualTo(24);
    assertThat(requests).hasSizeLessThan(16);
    assertThat(page.locator(".more").textContent()).isEqualTo("Show more of the other 5");
    page.locator(".more").scrollIntoViewIfNeeded();
    await().untilAsserted(() -> assertThat(page.locator(".tile").count()).isEqualTo(29));
  }

  @Test
  void allZoomTogetherByButtonKeyAndWheelAndMoveByDragging() {
    Page page = open("#view?rows=runs");
    Locator stage = page.locator(".stage-of-all");
    stage.focus();
    page.keyboard().press("+");
    page.keyboard().press("ArrowLeft");
    Object scales =
        page.evaluate(
            "[...new Set([...document.querySelectorAll('.tile img')].map(i => new"
                + " DOMMatrix(getComputedStyle(i).transform).a))]");
    assertThat(scales).isEqualTo(List.of(1.5));
    assertThat(page.locator(".same output").textContent()).isEqualTo("150 %");
    assertThat(stage.evaluate("s => s.style.getPropertyValue('--x')")).isEqualTo("-15%");
    page.locator(".tile .frame").first().hover();
    page.keyboard().down("Control");
    page.mouse().wheel(0, -300);
    page.keyboard().up("Control");
    until(
        page, "percent => document.querySelector('.same output').textContent === percent", "408 %");
    Object before = stage.evaluate("s => parseFloat(s.style.getPropertyValue('--y'))");
    page.mouse().down();
    page.mouse().move(400, 300);
    page.mouse().up();
    assertThat(stage.evaluate("s => parseFloat(s.style.getPropertyValue('--y'))"))
        .isNotEqualTo(before);
    button(page, "Whole").click();
    assertThat(page.locator(".same output").textContent()).isEqualTo("100 %");
  }

  @Test
  void twoAreShownInTurnAndTheirDifferenceIsBlackWhereTheyAreAlike() throws IOException {
    Page page = open("#view?rows=runs&pick=000003&pick=000010");
    button(page, "Two in turn").click();
    areLoaded(page, ".two-stage img");
    Locator frame = page.locator(".two-stage .frame").first();
    assertThat(middle(frame)).isEqualTo(FigureFolder.colour(3));
    page.keyboard().press(" ");
    assertThat(middle(frame)).isEqualTo(FigureFolder.colour(10));
    assertThat(page.locator("dialog .said").textContent())
        .isEqualTo("Second: arch=mlp hidden=32 seed=1, loss 0.04125");
    page.keyboard().press("ArrowLeft");
    assertThat(middle(frame)).isEqualTo(FigureFolder.colour(3));
    assertThat(
            page.locator("dialog button", new Page.LocatorOptions().setHasText("Automatic"))
                .count())
        .isZero();
    button(page, "Difference").click();
    assertThat(middle(frame)).isEqualTo(new Color(42, 35, 0));
    page.locator("dialog select").nth(1).selectOption("0");
    areLoaded(page, ".two-stage img");
    await().untilAsserted(() -> assertThat(middle(frame)).isEqualTo(Color.BLACK));
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog").count()).isZero();
  }

  @Test
  void byItselfItTurnsOnlyWhenAskedToAndStops() {
    Page page = open("#view?rows=runs", 1280, ColorScheme.LIGHT, ReducedMotion.NO_PREFERENCE);
    near(page);
    button(page, "Two in turn").click();
    button(page, "Automatic").click();
    String says = "word => document.querySelector('dialog .said').textContent.startsWith(word)";
    until(page, says, "Second");
    until(page, says, "First");
    Locator stop = button(page, "Stop");
    stop.click();
    assertThat(button(page, "Automatic").getAttribute("aria-pressed")).isEqualTo("false");
  }

  @Test
  void tickedInTheTableByKeyboardTwoRunsShowOnlyWhatDiffers() {
    Page page = open("#view?rows=runs");
    Locator box = page.locator("table.rows input[data-pick='000000']");
    box.focus();
    page.keyboard().press(" ");
    assertThat(page.evaluate("document.activeElement.dataset.pick")).isEqualTo("000000");
    assertThat(page.locator(".differing .told").textContent()).startsWith("Tick one more");
    page.locator("table.rows input[data-pick='000012']").check();
    await().untilAsserted(() -> assertThat(page.url()).endsWith("pick=000000&pick=000012"));
    assertThat(page.locator(".differing tbody tr").allTextContents())
        .containsExactly(
            "Parameters",
            "hidden464",
            "Code of the template",
            "code of the template" + "a".repeat(12) + "b".repeat(12),
            "Cells of the template whose source differs",
            page.locator(".differing tbody tr").nth(5).textContent(),
            "The project’s code, by hash",
            "model.py" + "a".repeat(12) + "b".repeat(12),
            "Packages",
            FigureFolder.HOSTILE + "12",
            "Metrics",
            "loss0.250.015625-0.234",
            FigureFolder.HOSTILE + "464+60");
    assertThat(page.locator(".differing tbody tr").nth(5).textContent()).startsWith("bills");
    assertThat(page.locator(".differing .told").textContent())
        .contains("The same in all runs: 1 file of the project’s code, 1 package");
    page.locator(".differing .pair:not(.source) summary").first().click();
    areLoaded(page, ".differing img");
    assertThat(page.title()).isEqualTo("figures");
    button(page, "What differs between 2").click();
    assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("What differs");
  }

  @Test
  void whatRunsPrintedIsChosenByItsCellAndTwoTellTheLinesThatDiffer() {
    Page page = open("#view?rows=runs&pick=000003&pick=000010");
    assertThat(page.locator(".same select option").allTextContents())
        .containsExactly(
            "The data <img src=x onerror=\"document.t…",
            "The data <img src=x onerror=\"document.t…",
            "The data <img src=x onerror=\"document.t…",
            "The data <img src=x onerror=\"document.t…");
    page.locator(".same select").selectOption("bills/text-1");
    assertThat(page.url()).contains("chart.same=bills%2Ftext-1");
    await()
        .untilAsserted(
            () ->
                assertThat(page.locator(".tile pre").nth(3).textContent())
                    .isEqualTo("step 2\n" + FigureFolder.HOSTILE + "\nloss 0.3"));
    assertThat(page.locator(".same .told").textContent()).startsWith("30 texts of 30 runs");
    assertThat(page.locator(".zooming").isVisible()).isFalse();
    button(page, "Two side by side").click();
    assertThat(page.locator("dialog .said").textContent()).isEqualTo("1 line differs.");
    assertThat(page.locator("dialog .gone").allTextContents()).containsExactly("loss 0.3");
    assertThat(page.locator("dialog .come").allTextContents()).containsExactly("loss 0.10");
    assertThat(TestBrowser.violations(page)).isEmpty();
    page.locator("dialog select").nth(1).selectOption("0");
    assertThat(page.locator("dialog .said").textContent()).isEqualTo("Both are alike.");
    assertThat(page.title()).isEqualTo("figures");
  }

  @Test
  void tablesStandBesideEachOtherWithTheValuesThatDifferMarked() {
    Page page = open("#view?rows=runs&pick=000003&pick=000010&chart.same=bills%2Ftable-1");
    assertThat(page.locator(".tile").nth(3).locator("td").allTextContents())
        .containsExactly("", "<b>", "3");
    button(page, "Two side by side").click();
    assertThat(page.locator("dialog .said").textContent()).isEqualTo("1 cell differs.");
    assertThat(page.locator("dialog .other-value").allTextContents())
        .containsExactly("≠ 3", "≠ 10");
    assertThat(TestBrowser.violations(page)).isEmpty();
    assertThat(page.title()).isEqualTo("figures");
  }

  @Test
  void theSourceOfACellThatDiffersIsShownLineByLine() {
    Page page = open("#view?rows=runs&pick=000000&pick=000012");
    Locator source = page.locator(".differing .source");
    assertThat(source.locator("summary").allTextContents())
        .containsExactly("How cell bills differs");
    source.locator("summary").click();
    assertThat(source.locator(".told").textContent()).isEqualTo("1 line differs.");
    assertThat(source.locator(".gone, .come").allTextContents())
        .containsExactly("plot(1)", "plot(2)");
    assertThat(source.locator(".alike").textContent()).isEqualTo("6 lines are alike");
    assertThat(page.locator(".differing .pair:not(.source) summary").allTextContents()).hasSize(4);
    assertThat(TestBrowser.violations(page)).isEmpty();
  }

  @Test
  void labelsNotesAndStarsAreColumnsFiltersAndFoundAndNothingInThemRuns() throws IOException {
    Path runs = dir.resolve("runs");
    String before = Files.readString(runs.resolve("runs.csv"));
    Ended ended =
        Platen.in(dir)
            .run(
                "label",
                "runs",
                "000003",
                "%04",
                "--add",
                FigureFolder.HOSTILE.substring(0, 40),
                "--add",
                "baseline",
                "--note",
                FigureFolder.HOSTILE,
                "--star");
    ended.exits(2);
    assertThat(ended.err()).contains("no run '%04'");
    Platen.in(dir)
        .run(
            "label",
            "runs",
            "000003",
            "000010",
            "--add",
            "<b>bold</b>",
            "--add",
            "baseline",
            "--note",
            FigureFolder.HOSTILE,
            "--star")
        .exits(0);
    Page page = open("#view?rows=runs");
    assertThat(page.locator("table.rows .label").allTextContents())
        .containsExactly("<b>bold</b>", "baseline", "<b>bold</b>", "baseline");
    page.locator(".explorer input[type=search]").fill("onerror baseline");
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(2);
    assertThat(page.title()).isEqualTo("figures");
    assertThat(TestBrowser.violations(page)).isEmpty();
    page = open("#view?rows=runs&is.labels=baseline&is.star=%E2%98%85");
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(2);
    page = open("#view?is.labels=baseline");
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(2);
    assertThat(Files.readString(runs.resolve("runs.csv")))
        .contains(",TRUE,\"<b>bold</b>, baseline\",");
    Files.delete(runs.resolve("labels.json"));
    Platen.in(dir).run("compare", runs).exits(0);
    assertThat(Files.readString(runs.resolve("runs.csv"))).isEqualTo(before);
  }

  @Test
  void theBestPointStandsAgainstTheWorst() {
    Page page = open("");
    button(page, "Best point against worst").click();
    await()
        .untilAsserted(
            () ->
                assertThat(page.locator(".differing thead th").allTextContents())
                    .containsExactly(
                        "arch=mlp hidden=64best",
                        "arch=" + FigureFolder.HOSTILE + " hidden=4",
                        "second − first"));
    assertThat(page.locator("table.rows input:checked").count()).isEqualTo(2);
    button(page, "Untick all").click();
    await().untilAsserted(() -> assertThat(page.locator(".differing table").count()).isZero());
  }

  @Test
  void servedByPlatenItShowsTheSameAndAsksNobodyElse() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    Running server = Platen.in(dir).start("serve", "runs");
    try {
      server.awaitErr("whoever knows this address");
      String served = Files.readString(server.outFile()).strip();
      Page page =
          browser.open(
              served + "#view?rows=runs&pick=000000&pick=000012",
              new Browser.NewContextOptions().setViewportSize(1280, 900),
              complaints::add,
              asked::add);
      Locator chart = page.locator("figure[data-chart]").first();
      chart.scrollIntoViewIfNeeded();
      chart.locator(".picture svg").waitFor();
      near(page);
      areLoaded(page, ".tile:first-child img");
      page.locator(".differing .pair:not(.source) summary").first().click();
      areLoaded(page, ".differing img");
      assertThat(page.locator(".differing .told").first().textContent())
          .contains("The same in all runs");
      assertThat(TestBrowser.violations(page)).isEmpty();
      assertThat(asked)
          .anyMatch(url -> url.endsWith(".png"))
          .allMatch(url -> url.startsWith(served.replaceFirst("(http://[^/]+/).*", "$1")));
      browser.closePages();
    } finally {
      server.kill();
    }
  }

  @ParameterizedTest
  @CsvSource({"420, DARK", "1280, LIGHT"})
  void itFitsItsWindowAndKeepsNobodyOut(int width, ColorScheme scheme) {
    Page page =
        open("#view?rows=runs&pick=000000&pick=000012", width, scheme, ReducedMotion.REDUCE);
    near(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(TestBrowser.violations(page)).isEmpty();
    button(page, "Two in turn").click();
    button(page, "Side by side").click();
    assertThat(TestBrowser.violations(page)).isEmpty();
  }
}
