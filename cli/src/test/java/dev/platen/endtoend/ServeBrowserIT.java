package dev.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on real kernels, looked at in a real browser while it goes on. One story, one sweep. */
class ServeBrowserIT {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";
  private static final int PATIENCE = 60_000;

  @TempDir private static Path dir;
  private static StudyProject project;
  private static Platen platen;
  private static Running sweep;
  private static Running server;
  private static TestBrowser browser;
  private static String address = "";

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void startSweepAndServer() throws IOException {
    project = new StudyProject(Files.createDirectory(dir.resolve("project")));
    project.write(
        "study.yaml",
        """
        template: report.ipynb
        vary: {word: [first, second, third]}
        record: {score: score}
        goal: {score: max}
        run: {parallel: 2}
        """);
    new TestNotebook()
        .parameters("word = ''")
        .markdown("# The fit " + HOSTILE)
        .code(
            """
            import base64, os, time
            from IPython.display import display, SVG, HTML
            display(SVG("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20'/></svg>"))
            display(HTML("<p id='drawn'></p><script>document.getElementById('drawn').textContent = 'drawn'</script>"))
            display(HTML("<table><tr><td style='color: red'>kept</td></tr></table>%s"))
            print("%s", flush=True)
            for epoch in range(100000):
                print(f"epoch {epoch} of {word}", flush=True)
                if os.path.exists(os.path.join(os.environ["TEST_GO"], word)):
                    break
                time.sleep(0.2)
            """
                .formatted(HOSTILE, HOSTILE))
        .code("score = len(word)\nscore")
        .in(project.dir());
    platen = Platen.in(Files.createDirectory(dir.resolve("own"))).with("TEST_GO", dir.toString());
    Files.createDirectory(project.out());
    server = platen.start("serve", project.out());
    server.awaitErr("whoever knows this address");
    address = Files.readString(server.outFile()).strip();
    sweep = platen.start("sweep", project.study());
    browser = TestBrowser.launch();
  }

  @AfterAll
  static void end() {
    browser.close();
    server.kill();
    sweep.kill();
  }

  private Page open(ColorScheme scheme, int width) {
    return browser.open(
        address,
        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900),
        complaints::add,
        requests::add);
  }

  private static Locator card(Page page, String word) {
    return page.locator(".card", new Page.LocatorOptions().setHasText("word='" + word + "'"));
  }

  private static void isClean(Page page) {
    assertThat(TestBrowser.violations(page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  @Test
  void aStudyIsFollowedStoppedInPartAndSeenToItsEnd() throws IOException {
    com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Page page = open(ColorScheme.LIGHT, 1280);
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            refused.add(response.url());
          }
        });
    assertThat(page.locator(".card")).hasCount(2);
    outputsComeBeforeTheRunEnds(page);
    theReportSoFarDrawsInASandbox(page);
    isClean(page);
    Page narrow = open(ColorScheme.DARK, 420);
    assertThat(narrow.locator(".card")).hasCount(2);
    narrow.locator(".card button[aria-expanded]").first().click();
    assertThat(narrow.locator(".outs img")).hasCount(1);
    isClean(narrow);
    narrow.context().close();
    oneIsStoppedByKeyboard(page);
    Files.createFile(dir.resolve("second"));
    assertThat(card(page, "third").locator(".card-cell"))
        .containsText("cell 4 of 5 · The fit " + HOSTILE + " · import base64");
    aViewStaysWhileRowsCome(page);
    assertThat(page.locator(".card")).hasCount(0);
    Ended ended = sweep.end().exits(6);
    assertThat(ended.out() + ended.err()).contains("1 not run: stopped one by one");
    assertThat(page.locator(".live-line")).hasText("Live: nothing runs now");
    assertThat(page.locator(".verdict")).containsText("second and third");
    theConnectionIsLost(page);
  }

  @Test
  void aFolderThatIsNotThereAndAPortThatIsTakenAreSaid() throws IOException {
    platen
        .run("serve", "nowhere")
        .exits(5)
        .saysError("no folder 'nowhere' to serve", "nowhere", "no such folder", "such as 'runs'");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      platen
          .run("serve", project.out(), "--port", port)
          .exits(2)
          .saysError("port " + port + " can't be had", port, "in use", "--port");
    }
  }

  private void outputsComeBeforeTheRunEnds(Page page) {
    Locator first = card(page, "first");
    assertThat(first.locator(".card-last")).containsText("epoch");
    assertThat(first.locator(".card-time")).containsText(Pattern.compile("\\d:\\d\\d · this cell"));
    first.locator("button[aria-expanded]").focus();
    page.keyboard().press("Enter");
    assertThat(first.locator("pre.text")).containsText(HOSTILE);
    assertThat(first.locator("pre.text")).containsText(Pattern.compile("epoch [3-9]\\d* of first"));
    assertThat(first.locator(".outs .hint")).containsText("The report so far shows");
    assertThat(first.locator(".outs iframe").contentFrame().locator("td")).hasText("kept");
    assertThat(first.locator(".outs iframe").contentFrame().locator("img")).hasCount(0);
    assertThat(first.locator(".outs img")).hasCount(1);
    await()
        .untilAsserted(
            () ->
                assertThat(first.locator(".outs img").evaluate("image => image.naturalWidth"))
                    .isEqualTo(40));
    assertThat(project.runs()).noneMatch(run -> Files.exists(run.file("seal.json")));
  }

  private void theReportSoFarDrawsInASandbox(Page page) {
    Page report = page.waitForPopup(() -> card(page, "first").locator("a").click());
    report.onConsoleMessage(message -> complaints.add(message.text()));
    assertThat(report.locator("h1").first()).containsText("The fit");
    assertThat(report.evaluate("origin")).isEqualTo("null");
    String key = address.replaceFirst("http://[^/]+/([^/]+)/", "$1");
    assertThat(report.url()).doesNotContain(key).endsWith("/so-far.html");
    report.locator(".figure").first().scrollIntoViewIfNeeded();
    assertThat(report.locator("iframe").first().contentFrame().locator("#drawn")).hasText("drawn");
    assertThat(
            report.evaluate(
                "address => fetch(address, {method: 'POST', mode: 'no-cors'}).then(() => 'sent',"
                    + " () => 'refused')",
                address + "stop-study"))
        .isEqualTo("refused");
    complaints.removeIf(text -> text.contains("stop-study"));
    report.close();
  }

  private static void oneIsStoppedByKeyboard(Page page) {
    card(page, "first").getByText("Stop", new Locator.GetByTextOptions().setExact(true)).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog h2")).hasText("Stop this run?");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(card(page, "first")).hasCount(0);
    assertThat(project.runs()).anyMatch(run -> run.status().equals("interrupted"));
  }

  /** The third is let go only when the reader has chosen what to see. */
  private void aViewStaysWhileRowsCome(Page page) throws IOException {
    assertThat(page.locator("table.rows .s.succeeded")).hasCount(1);
    page.locator("table.rows thead button", new Page.LocatorOptions().setHasText("word")).click();
    page.locator("table.rows input[data-pick]").first().focus();
    page.keyboard().press(" ");
    String picked = page.evaluate("document.activeElement.dataset.pick").toString();
    Files.createFile(dir.resolve("third"));
    assertThat(page.locator("table.rows .s.succeeded")).hasCount(2);
    assertThat(page.evaluate("document.activeElement.dataset.pick")).isEqualTo(picked);
    assertThat(page.locator("table.rows th[aria-sort=ascending]")).containsText("word");
    assertThat(page.url()).contains("#view?sort=p.word&pick=" + picked);
  }

  private void theConnectionIsLost(Page page) {
    assertThat(complaints).as("of " + refused).isEmpty();
    String own = address.replaceFirst("(http://[^/]+/).*", "$1");
    assertThat(requests).isNotEmpty().allSatisfy(url -> assertThat(url).startsWith(own));
    server.terminate();
    assertThat(page.locator(".live-line"))
        .containsText("The connection is lost. This is a snapshot");
    assertThat(page.locator(".snapshot")).isVisible();
    server.process().onExit().orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join();
    platen.processes().awaitGone(Duration.ofSeconds(20));
    isClean(page);
  }
}
