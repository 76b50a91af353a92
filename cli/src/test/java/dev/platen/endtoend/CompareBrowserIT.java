package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compare page in a browser, as its reader opens it: from a file. */
class CompareBrowserIT {
  /** The words in tables that are laid out in more than one piece. */
  private static final String BROKEN_WORDS =
      """
      () => {
        const broken = [];
        for (const cell of document.querySelectorAll("th, td")) {
          const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
              const range = document.createRange();
              range.setStart(texts.currentNode, word.index);
              range.setEnd(texts.currentNode, word.index + word[0].length);
              if (range.getClientRects().length > 1) broken.push(word[0]);
            }
          }
        }
        return broken;
      }
      """;

  @TempDir private static Path dir;
  private static String address = "";
  private static TestBrowser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makePage() throws IOException {
    Path runs = StudyFolder.make(dir.resolve("runs")).dir();
    Ended ended = Platen.in(dir).run("compare", runs).exits(0);
    assertThat(ended.err()).contains("7 runs");
    assertThat(Path.of(ended.out().strip())).isRegularFile().hasFileName("index.html");
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

  private Page open(int width, ColorScheme scheme) {
    return browser.open(
        address,
        new Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE),
        complaints::add,
        requests::add);
  }

  @ParameterizedTest
  @CsvSource({"375, LIGHT", "375, DARK", "1300, LIGHT", "1300, DARK"})
  void itFitsItsWindowLoadsNothingAndKeepsNobodyOut(int width, ColorScheme scheme) {
    Page page = open(width, scheme);
    assertThat(page.title()).isEqualTo("widths");
    assertThat(page.locator(".lead").textContent())
        .startsWith("arch=mlp hidden=16 better than arch=mlp hidden=8: mse lower by 0.0");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    List<String> found = TestBrowser.violations(page);
    assertThat(found).isEmpty();
    assertThat(requests).containsOnly(address);
  }

  @Test
  void onANarrowScreenTablesScrollAndNoWordInThemIsBroken() {
    Page page = open(500, ColorScheme.LIGHT);
    page.locator("tbody th")
        .first()
        .evaluate("cell => cell.prepend('ResidualPerceptronOfManyLayers ')");
    assertThat(page.evaluate(BROKEN_WORDS)).asInstanceOf(LIST).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(500);
    assertThat(page.locator(".scroll").first().evaluate("box => box.scrollWidth > box.clientWidth"))
        .isEqualTo(true);
  }

  @Test
  void aRunLeadsToItsReport() {
    Page page = open(1300, ColorScheme.LIGHT);
    page.locator(".bar button", new Page.LocatorOptions().setHasText("Runs")).click();
    page.locator("section:not(.verdict) table a").first().click();
    page.waitForLoadState();
    assertThat(page.title()).isEqualTo("Report of 8");
  }

  @Test
  void itIsReadableWithoutScripts() {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    Page page = context.newPage();
    page.navigate(address);
    assertThat(page.locator("h1").textContent()).isEqualTo("widths");
    assertThat(page.locator(".tools").isVisible()).isFalse();
    assertThat(page.locator("tr.best").textContent()).contains("mlp best16");
  }
}
