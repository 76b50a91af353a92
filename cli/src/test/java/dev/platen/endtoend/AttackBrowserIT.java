package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks in every place of a notebook that holds text, in a browser: with the page's policy, and
 * without it, for what is written must be harmless by itself.
 */
class AttackBrowserIT {
  /** What could run, were it touched in a way that this test doesn't know. */
  private static final String LIVE =
      """
      () => [...document.querySelectorAll('*')].flatMap(e => [
        ...[...e.attributes].filter(a => a.name.startsWith('on')).map(a => a.name + ' of ' + e.outerHTML),
        ...[e.href, e.src, e.action, e.formAction].filter(u => /^\\s*javascript:/i.test(u)).map(u => u),
      ])
      """;

  /** All that a reader may touch: opens, focuses and points at everything, and clicks links. */
  private static final String TOUCH_EVERYTHING =
      """
      () => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const element of document.querySelectorAll('main *')) {
          element.focus?.();
          for (const type of ['mouseover', 'mouseenter', 'pointerdown', 'focus'])
            element.dispatchEvent(new Event(type, {bubbles: true}));
        }
        for (const link of document.querySelectorAll('main a[href]'))
          if (!/^(https?|mailto|data|file):/.test(link.href)) link.click();
      }
      """;

  @TempDir private static Path dir;
  private static List<String> attacks = List.of();
  private static String report = "";
  private static TestBrowser browser;

  private final List<String> happened = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeReport() throws IOException {
    attacks = read("attacks.txt");
    Path file = dir.resolve("attacks.ipynb");
    Files.write(file, JsonWriter.compactBytes(AttackedNotebook.of(attacks)));
    Platen.in(dir).run("html", file).exits(0);
    report = dir.resolve("attacks.html").toUri().toString();
    browser = TestBrowser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void closePages() {
    browser.closePages();
  }

  private static List<String> read(String name) throws IOException {
    try (InputStream in = AttackBrowserIT.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<String> found = new ArrayList<>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# ") || line.startsWith("# <"))
          .map(line -> line.replace("\\n", "\n").replace("\\e", "\u001b").replace("\\a", "\u0007"))
          .forEach(found::add);
      return found;
    }
  }

  /** Opens the page with traps for all that an attack may do. */
  private Page open(String address, boolean withPolicy) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setBypassCSP(!withPolicy));
    context.exposeFunction("boom", arguments -> happened.add("ran " + List.of(arguments)));
    Page page = context.newPage();
    page.onDialog(
        dialog -> {
          happened.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(message -> happened.add("console: " + message.text()));
    page.onPageError(happened::add);
    page.onRequest(
        request -> {
          if (!request.url().startsWith("data:") && !request.url().equals(address)) {
            happened.add("request: " + request.url());
          }
        });
    page.navigate(address);
    page.waitForLoadState();
    return page;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingRunsIsAskedForOrLeadsAway(boolean withPolicy) {
    Page page = open(report, withPolicy);
    assertThat(page.locator("main > .cell").count()).isGreaterThan(3 * attacks.size());
    assertThat((List<?>) page.evaluate(LIVE)).isEmpty();
    page.evaluate(TOUCH_EVERYTHING);
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    assertThat(page.url().replaceFirst("#.*", "")).isEqualTo(report);
    assertThat(page.frames()).hasSize(1);
    assertThat(happened).isEmpty();
  }

  @Test
  void thePagesOwnSwitchesAndLinksAreNotTakenOver() {
    Page page = open(report, true);
    assertThat(page.locator("[id=content]").count()).isEqualTo(1);
    assertThat(page.locator("[id=theme-switch]").count()).isEqualTo(1);
    page.locator("#theme-switch").click();
    assertThat(page.locator("html").getAttribute("data-theme")).isNotNull();
    page.locator("#code-switch").click();
    assertThat(page.locator(".code-cell:not(.bad) details.source[open]").count()).isZero();
  }

  /** The traps do catch what isn't stopped: a page that is attacked as it is. */
  @Test
  void theTrapsWork() throws IOException {
    Path open = dir.resolve("open.html");
    Files.writeString(
        open,
        "<!doctype html><main>x</main><img src=https://evil.example/x onerror=\"boom('img')\">"
            + "<script>boom('script'); alert('dialog')</script>");
    Page page = open(open.toUri().toString(), true);
    page.waitForCondition(() -> happened.stream().anyMatch(what -> what.contains("img")));
    assertThat(happened)
        .contains("ran [script]", "dialog dialog", "request: https://evil.example/x");
    assertThat((List<?>) page.evaluate(LIVE)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void norDoesTheComparePageRunWhatNamesAndValuesSay(boolean withPolicy) throws IOException {
    Path runs = StudyFolder.make(dir.resolve("runs-" + withPolicy)).dir();
    String attack = String.join(" ", attacks.subList(0, 40));
    try (var folders = Files.newDirectoryStream(runs)) {
      for (Path run : folders) {
        Path file = run.resolve("run.json");
        if (Files.isRegularFile(file)) {
          Files.write(file, JsonWriter.compactBytes(AttackedNotebook.record(file, attack)));
        }
      }
    }
    Platen.in(dir).run("compare", runs).exits(0);
    Page page = open(runs.resolve("index.html").toUri().toString(), withPolicy);
    assertThat(page.locator("body").innerText()).contains("boom(");
    assertThat((List<?>) page.evaluate(LIVE)).isEmpty();
    page.evaluate("() => document.querySelectorAll('th button').forEach(b => b.click())");
    assertThat(happened).isEmpty();
  }
}
