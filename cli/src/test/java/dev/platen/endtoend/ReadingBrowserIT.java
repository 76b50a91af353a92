package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader does with a report: look at figures and tables, follow references, scroll. */
class ReadingBrowserIT {
  @TempDir private static Path dir;
  private static String report = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeReport() {
    Path notebook = ReadingNotebook.write(dir);
    Ended ended = Platen.in(dir).run("run", notebook, "--lang", "de").exits(0);
    report = ended.run().file("report.html").toUri().toString();
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

  private Page open(int width, ColorScheme scheme) {
    return browser.open(
        report,
        new Browser.NewContextOptions()
            .setViewportSize(width, 800)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE),
        complaints::add,
        url -> {});
  }

  private static boolean hasFocus(Locator element) {
    return (Boolean) element.evaluate("e => document.activeElement === e");
  }

  @Test
  void figuresOpenLargeAndTheArrowsLeadFromOneToTheNext() {
    Page page = open(1280, ColorScheme.LIGHT);
    Locator figures = page.locator("figure.out > img");
    assertThat(figures.count()).isEqualTo(2);
    Locator dialog = page.locator("dialog.zoom");
    figures.first().focus();
    page.keyboard().press("Enter");
    assertThat(dialog.isVisible()).isTrue();
    assertThat(dialog.locator("figcaption").textContent()).isEqualTo("Figure 1: Rain by month.");
    assertThat(dialog.locator("img").getAttribute("alt")).isEqualTo("A line with two peaks");
    assertThat(dialog.locator(".zoom-bar span").textContent()).isEqualTo("1 of 2");
    page.keyboard().press("ArrowRight");
    assertThat(dialog.locator("figcaption").textContent()).isEqualTo("Figure from cell 6");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowLeft");
    assertThat(dialog.locator(".zoom-bar span").textContent()).isEqualTo("2 of 2");
    page.keyboard().press("Escape");
    assertThat(dialog.isVisible()).isFalse();
    assertThat(hasFocus(figures.last())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "420, DARK"})
  void anOpenFigureFitsTheWindowAndKeepsNobodyOut(int width, ColorScheme scheme) {
    Page page = open(width, scheme);
    page.locator("figure.out > img").first().click();
    Locator dialog = page.locator("dialog.zoom");
    for (Locator part : List.of(dialog, dialog.locator("img"), dialog.locator("button").last())) {
      Map<?, ?> box = (Map<?, ?>) part.evaluate("e => e.getBoundingClientRect().toJSON()");
      assertThat(((Number) box.get("left")).doubleValue()).isNotNegative();
      assertThat(((Number) box.get("right")).doubleValue()).isLessThanOrEqualTo(width);
      assertThat(((Number) box.get("bottom")).doubleValue()).isLessThanOrEqualTo(800);
    }
    assertThat(TestBrowser.violations(page)).isEmpty();
    dialog.locator("button", new Locator.LocatorOptions().setHasText("Close")).click();
    assertThat(dialog.isVisible()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothing(ColorScheme scheme) {
    assertThat(TestBrowser.violations(open(1280, scheme))).isEmpty();
  }

  @Test
  void theHeadOfALongTableStaysInSight() {
    Page page = open(1280, ColorScheme.LIGHT);
    Locator box = page.locator(".html").first();
    Object gap =
        box.evaluate(
            """
            box => {
              box.scrollTop = box.scrollHeight;
              const head = box.querySelector('thead th').getBoundingClientRect();
              return [box.scrollTop, head.top - box.getBoundingClientRect().top];
            }
            """);
    assertThat(((Number) ((List<?>) gap).get(0)).doubleValue()).isGreaterThan(100);
    assertThat(((Number) ((List<?>) gap).get(1)).doubleValue()).isBetween(-1.0, 2.0);
    Locator head = page.locator(".html th button", new Page.LocatorOptions().setHasText("rain"));
    head.click();
    assertThat(page.locator(".html tbody tr td").first().textContent()).isEqualTo("0");
    head.click();
    assertThat(page.locator(".html tbody tr td").first().textContent()).isEqualTo("79");
  }

  @Test
  void theContentsFollowTheReader() {
    Page page = open(1280, ColorScheme.LIGHT);
    Locator current = page.locator(".toc a[aria-current]");
    for (String heading : List.of("Months", "Numbers", "End")) {
      page.locator("main h2", new Page.LocatorOptions().setHasText(heading))
          .evaluate("h => window.scrollTo(0, h.getBoundingClientRect().top + scrollY - 30)");
      await()
          .pollInSameThread()
          .untilAsserted(() -> assertThat(current.allTextContents()).containsExactly(heading));
    }
  }

  @Test
  void referencesLeadToWhatTheyName() {
    Page page = open(1280, ColorScheme.LIGHT);
    Locator reference =
        page.locator(".prose a", new Page.LocatorOptions().setHasText("Figure 1")).first();
    reference.click();
    String id = page.url().replaceFirst(".*#", "");
    assertThat(page.locator("[id='" + id + "'] figcaption").textContent()).startsWith("Figure 1");
  }

  @Test
  void cellsTellTheirTimeAndThePageItsLanguage() {
    Page page = open(1280, ColorScheme.LIGHT);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
    assertThat(page.locator(".code-cell .source .time").allTextContents())
        .hasSize(page.locator(".code-cell .source").count())
        .allMatch(time -> time.matches("[\\d.]+ (ms|s)"));
  }

  @Test
  void figuresAreThereWithoutScripts() {
    Page page =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)).newPage();
    page.navigate(report);
    Locator figure = page.locator("figure.out > img").first();
    assertThat(figure.isVisible()).isTrue();
    assertThat(figure.getAttribute("role")).isNull();
    assertThat(page.locator("dialog").count()).isZero();
  }
}
