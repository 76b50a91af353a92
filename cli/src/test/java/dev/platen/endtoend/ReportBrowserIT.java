package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the example in a browser, as its reader opens it: from a file. */
class ReportBrowserIT {
  private static final int PHONE = 375;
  private static final int DESKTOP = 1400;

  @TempDir private static Path dir;
  private static String report = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeReport() throws IOException {
    Path project = dir.resolve("penguins");
    copy(TestEnvironment.root().resolve("examples/penguins"), project);
    Ended ended =
        Platen.in(dir).run("run", project.resolve("report.ipynb"), "hidden=4", "epochs=5").exits(0);
    report = ended.run().file("report.html").toUri().toString();
    browser = TestBrowser.launch();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(p -> !p.toString().contains("/runs")).toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingIsComplainedOfAndNothingElseIsLoaded() {
    assertThat(complaints).isEmpty();
    assertThat(requests).isNotEmpty().allMatch(url -> url.equals(report));
    browser.closePages();
  }

  /** Opens the report; it scrolls at once, for a test would hit its links while it still moves. */
  private Page open(int width, ColorScheme scheme) {
    return browser.open(
        report,
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE),
        complaints::add,
        url -> {
          if (!url.startsWith("data:")) {
            requests.add(url.replaceFirst("#.*", ""));
          }
        });
  }

  private static double luminance(Page page) {
    Object value =
        page.evaluate(
            """
            () => {
              const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g);
              return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
            }
            """);
    return ((Number) value).doubleValue();
  }

  @ParameterizedTest
  @CsvSource({"375, LIGHT", "375, DARK", "1400, LIGHT", "1400, DARK"})
  void thePageFitsItsWindow(int width, ColorScheme scheme) {
    Page page = open(width, scheme);
    assertThat(page.title()).isEqualTo("Telling penguins by the bill");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    Object wide =
        page.evaluate(
            """
            () => [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !hidden(e))
                .map(e => e.outerHTML.slice(0, 120));
            function hidden(e) {
              for (let p = e.parentElement; p; p = p.parentElement) {
                if (/auto|scroll|hidden/.test(getComputedStyle(p).overflowX)) return true;
              }
              return false;
            }
            """);
    assertThat((List<?>) wide).isEmpty();
  }

  @Test
  void theThemeFollowsTheSystemUntilTheReaderChooses() {
    Page page = open(DESKTOP, ColorScheme.DARK);
    assertThat(luminance(page)).isLessThan(0.2);
    Locator theme = page.locator("#theme-switch");
    assertThat(theme.textContent()).isEqualTo("Theme: system");
    theme.click();
    assertThat(theme.textContent()).isEqualTo("Theme: light");
    assertThat(luminance(page)).isGreaterThan(0.8);
    theme.click();
    assertThat(theme.textContent()).isEqualTo("Theme: dark");
    assertThat(luminance(page)).isLessThan(0.2);
  }

  @Test
  void theFirstStopOfTheKeyboardSkipsToTheReport() {
    Page page = open(DESKTOP, ColorScheme.LIGHT);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
    page.keyboard().press("Enter");
    Object hash = page.evaluate("location.hash.slice(1)");
    assertThat(page.evaluate("document.querySelector('main').id")).isEqualTo(hash);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("!!document.activeElement.closest('main')")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, DESKTOP})
  void everyLinkOfTheContentsLeadsToItsHeading(int width) {
    Page page = open(width, ColorScheme.LIGHT);
    Locator links = page.locator(".toc a");
    assertThat(links.count()).isGreaterThan(3);
    for (int i = 0; i < links.count(); i++) {
      Locator link = links.nth(i);
      if (!link.isVisible()) {
        page.locator(".toc summary").click();
      }
      link.focus();
      page.keyboard().press("Enter");
      String id = link.getAttribute("href").substring(1);
      // Playwright's own waiting evaluates text in the page, which the page forbids.
      await()
          .pollInSameThread()
          .untilAsserted(() -> assertThat(top(page, id)).as(id).isBetween(-1.0, 900.0));
      assertThat(page.locator("[id='" + id + "']").textContent()).contains(link.textContent());
    }
  }

  /** How far below the window's upper edge an element begins. */
  private static double top(Page page, String id) {
    String script = "id => document.getElementById(id).getBoundingClientRect().top";
    return ((Number) page.evaluate(script, id)).doubleValue();
  }

  @Test
  void codeOpensAndClosesByTheKeyboardAndAllAtOnce() {
    Page page = open(DESKTOP, ColorScheme.LIGHT);
    Locator first = page.locator("details.source").first();
    boolean before = first.getAttribute("open") != null;
    first.locator("summary").focus();
    page.keyboard().press("Enter");
    assertThat(first.getAttribute("open") != null).isNotEqualTo(before);
    page.locator("#code-switch").click();
    int open = page.locator("details.source[open]").count();
    page.locator("#code-switch").click();
    int all = page.locator("details.source").count();
    assertThat(List.of(open, page.locator("details.source[open]").count()))
        .containsExactlyInAnyOrder(0, all);
  }

  @Test
  void aFigureIsEnlargedByTheKeyboardAndLeftByEscape() {
    Page page = open(DESKTOP, ColorScheme.LIGHT);
    page.locator("figure.out img").first().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog.zoom").isVisible()).isTrue();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.zoom").isVisible()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void axeFindsNothingThatKeepsReadersOut(ColorScheme scheme) {
    for (int width : new int[] {PHONE, DESKTOP}) {
      Page page = open(width, scheme);
      List<String> found = TestBrowser.violations(page);
      assertThat(found).as("at %d px", width).isEmpty();
    }
  }

  @Test
  void theReportIsReadableWithoutScripts() {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Page page = context.newPage();
    page.onRequest(request -> requests.add(report));
    page.navigate(report);
    assertThat(page.locator("h1").textContent()).isEqualTo("Telling penguins by the bill");
    assertThat(page.locator(".toc a").first().isVisible()).isTrue();
    assertThat(page.locator(".tools").isVisible()).isFalse();
    Locator code = page.locator("details.source").first();
    assertThat(code.isVisible()).isTrue();
    page.locator(".plain-switch input").check();
    assertThat(code.isVisible()).isFalse();
    page.locator(".plain-switch input").uncheck();
    assertThat(code.isVisible()).isTrue();
  }
}
