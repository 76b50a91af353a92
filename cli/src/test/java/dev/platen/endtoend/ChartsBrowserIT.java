package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The compare page's charts in a browser: what they say, that they follow the table, how they are
 * saved.
 */
class ChartsBrowserIT {
  /** Of every colour that a series may have, its contrast with the paper. */
  private static final String CONTRASTS =
      """
      () => {
        const light = (color) => {
          const parts = color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
            .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const probe = document.body.appendChild(document.createElement('i'));
        const paper = light(getComputedStyle(document.body).backgroundColor);
        return [1, 2, 3, 4, 5, 6, 7, 8].map((i) => {
          probe.style.color = `var(--c${i})`;
          const own = light(getComputedStyle(probe).color);
          return (Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05);
        });
      }
      """;

  @TempDir private static Path dir;
  private static String address = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makePage() throws IOException {
    Path runs = ExploredFolder.make(dir.resolve("runs")).dir();
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
  void nothingIsComplainedOf() {
    assertThat(complaints).isEmpty();
    browser.closePages();
  }

  private Page open(String fragment, ColorScheme scheme) {
    return browser.open(
        address + fragment,
        new Browser.NewContextOptions()
            .setViewportSize(1300, 900)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE),
        complaints::add,
        request -> {});
  }

  private Page open(String fragment) {
    return open(fragment, ColorScheme.LIGHT);
  }

  /** Once it is drawn. */
  private static Locator chart(Page page, String id) {
    Locator chart = page.locator("figure[data-chart=" + id + "]");
    chart.scrollIntoViewIfNeeded();
    chart.locator(".picture svg").waitFor();
    return chart;
  }

  /** Until they are there: a browser tells of an opened disclosure a moment later. */
  private static void openNumbers(Locator chart) {
    chart.locator("summary").click();
    chart.locator("tbody tr").first().waitFor();
  }

  private static String sentence(Locator chart) {
    return chart.locator("figcaption").textContent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metric-by-parameter", "importance", "seeds", "front", "parallel"})
  void everyChartSaysWhatItShowsAndHasItsNumbersAsATable(String id) {
    Locator chart = chart(open(""), id);
    assertThat(sentence(chart)).hasSizeGreaterThan(40);
    assertThat(chart.locator("svg[role=img]").getAttribute("aria-label")).endsWith(sentence(chart));
    openNumbers(chart);
    assertThat(chart.locator("tbody tr").count()).isGreaterThan(2);
  }

  @Test
  void anAxisIsLogarithmicWhereTheStudyVariedItSo() {
    Page page = open("#view?chart.x=p.lr");
    Locator chart = chart(page, "metric-by-parameter");
    assertThat(sentence(chart)).startsWith("loss by lr, coloured by arch; 19 points of 57 runs.");
    Locator log = chart.locator("label", new Locator.LocatorOptions().setHasText("logarithmic lr"));
    assertThat(log.locator("input").isChecked()).isTrue();
    List<Double> even = ticks(chart);
    assertThat(even.get(1) - even.get(0))
        .isCloseTo(even.get(2) - even.get(1), org.assertj.core.data.Offset.offset(0.5));
    log.locator("input").uncheck();
    page.waitForCondition(
        () ->
            ticks(chart).get(1) - ticks(chart).get(0)
                < 0.2 * (ticks(chart).get(2) - ticks(chart).get(1)));
  }

  /** Where the bottom axis has its lines. */
  private static List<Double> ticks(Locator chart) {
    return chart
                .locator("line.tick")
                .evaluateAll("lines => lines.map(l => Number(l.getAttribute('x1')))")
            instanceof List<?> all
        ? all.stream().map(each -> ((Number) each).doubleValue()).toList()
        : List.of();
  }

  @Test
  void chartsShowWhatTheTableShows() {
    Page page = open("#view?is.p.arch=mlp&in.p.hidden=8..16");
    assertThat(sentence(chart(page, "metric-by-parameter"))).contains("6 points of 18 runs");
    assertThat(sentence(chart(page, "seeds")))
        .startsWith("6 points by loss")
        .contains(
            "arch=mlp hidden=16 lr=0.001 is better than arch=mlp hidden=8 lr=0.001 on 3 of 3 seeds");
    assertThat(sentence(chart(page, "front")))
        .startsWith(
            "Mean loss and mean cost of 6 points of 18 runs. 2 points are beaten by no other");
    assertThat(sentence(chart(page, "parallel"))).startsWith("6 of 20 points");
    page.locator("input[type=search]").fill("no such thing");
    page.waitForCondition(
        () ->
            page.locator("figure[data-chart=parallel] figcaption")
                .textContent()
                .startsWith("Too few rows"));
  }

  @Test
  void seedsStandInTheOrderOfNumbers() {
    Locator chart = chart(open(""), "seeds");
    openNumbers(chart);
    assertThat(chart.locator("thead th").allTextContents())
        .containsExactly("Point", "mean", "8", "9", "10");
  }

  @Test
  void importanceIsWhatThePageSaysWithoutTheScript() {
    Page plain =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)).newPage();
    plain.navigate(address);
    List<String> expected = plain.locator("#importance + .scroll tbody tr").allTextContents();
    Locator chart = chart(open(""), "importance");
    openNumbers(chart);
    List<String> seen =
        chart.locator("tbody tr").all().stream()
            .map(row -> String.join("", row.locator("th, td").allTextContents().subList(0, 3)))
            .toList();
    assertThat(seen).isEqualTo(expected).hasSize(3);
  }

  @Test
  void aStrokeAlongAnAxisFiltersTheTableAndAClickLetsAllThrough() {
    Page page = open("");
    Locator chart = chart(page, "parallel");
    chart.locator("rect.brush").nth(1).scrollIntoViewIfNeeded();
    BoundingBox axis = chart.locator("rect.brush").nth(1).boundingBox();
    double x = axis.x + axis.width / 2;
    page.mouse().move(x, axis.y + axis.height - 2);
    page.mouse().down();
    page.mouse().move(x, axis.y + axis.height * 0.7);
    page.mouse().up();
    assertThat(page.locator(".chips").textContent()).contains("hidden from 8 to 16");
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(12);
    page.waitForCondition(() -> sentence(chart).startsWith("12 of 20 points"));
    BoundingBox again = chart.locator("rect.brush").nth(1).boundingBox();
    page.mouse().click(again.x + again.width / 2, again.y + 40);
    assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(20);
  }

  @Test
  void whoCantDragSetsTheRangesInTheFilters() {
    Page page = open("");
    chart(page, "parallel").locator("button.link").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("fieldset[data-column='p.hidden'] input[data-end=from]").isVisible())
        .isTrue();
    assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("INPUT");
  }

  @Test
  void whatIsChosenForAChartIsInTheAddress() {
    Page page = open("");
    chart(page, "metric-by-parameter").locator("select").nth(3).selectOption("p.hidden");
    assertThat(page.url()).endsWith("#view?chart.facet=p.hidden");
    page.waitForCondition(
        () -> page.locator("figure[data-chart=metric-by-parameter] .base").count() == 4);
    page.goBack();
    page.waitForCondition(
        () -> page.locator("figure[data-chart=metric-by-parameter] .base").count() == 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void aChartIsSavedAsItLooks(ColorScheme scheme) throws IOException {
    Page page = open("", scheme);
    Locator chart = chart(page, "seeds");
    Download saved =
        page.waitForDownload(
            () ->
                chart
                    .locator("button", new Locator.LocatorOptions().setHasText("Save SVG"))
                    .click());
    assertThat(saved.suggestedFilename()).endsWith("-seeds.svg").matches("[\\w.-]+");
    String text = Files.readString(saved.path());
    assertThat(text)
        .startsWith("<svg ")
        .contains("xmlns=\"http://www.w3.org/2000/svg\"")
        .contains(scheme == ColorScheme.DARK ? "rgb(127, 184, 255)" : "rgb(11, 92, 173)")
        .doesNotContain("class=")
        .doesNotContain("var(");
    Download png =
        page.waitForDownload(
            () ->
                chart
                    .locator("button", new Locator.LocatorOptions().setHasText("Save PNG"))
                    .click());
    assertThat(Files.readAllBytes(png.path()))
        .startsWith(0x89, 'P', 'N', 'G')
        .hasSizeGreaterThan(5000);
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void seriesStandOutFromThePaper(ColorScheme scheme) {
    assertThat(open("", scheme).evaluate(CONTRASTS))
        .asInstanceOf(LIST)
        .hasSize(8)
        .allSatisfy(
            contrast -> assertThat(((Number) contrast).doubleValue()).isGreaterThanOrEqualTo(3));
  }
}
