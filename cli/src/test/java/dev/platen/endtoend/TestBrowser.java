package dev.platen.endtoend;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The installed Chromium, for one test class. */
final class TestBrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;

  private TestBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static TestBrowser launch() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    return new TestBrowser(playwright, browser);
  }

  BrowserContext newContext(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  /**
   * What axe-core finds that keeps readers out: rule, target and source of each place. It looks
   * into frames by a script of its own, for which it would wait for ever where none may run.
   */
  static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .exclude(List.of("iframe[sandbox='']")).analyze().getViolations().stream()
            .flatMap(
                rule ->
                    rule.getNodes().stream()
                        .map(n -> rule.getId() + ": " + n.getTarget() + " " + n.getHtml()))
            .toList();
  }

  /**
   * Opens a page in a context of its own, and waits until it is loaded.
   *
   * @param complaints takes what the console and the page's scripts say
   * @param requests takes the address of all that is asked for, the page's own too
   */
  Page open(
      String address,
      Browser.NewContextOptions options,
      Consumer<String> complaints,
      Consumer<String> requests) {
    Page page = newContext(options).newPage();
    page.onConsoleMessage(message -> complaints.accept(message.type() + ": " + message.text()));
    page.onPageError(complaints);
    page.onRequest(request -> requests.accept(request.url()));
    page.navigate(address);
    page.waitForLoadState();
    return page;
  }

  void closePages() {
    browser.contexts().forEach(BrowserContext::close);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
