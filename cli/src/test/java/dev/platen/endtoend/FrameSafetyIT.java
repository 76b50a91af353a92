package dev.platen.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.sun.net.httpserver.HttpServer;
import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts of a notebook can and can't do in a report. */
class FrameSafetyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String HOSTILE =
      "</script><script>parent.postMessage('hit', '*')</script><!--<script>\u2028\u2029'\"`${x}";

  @TempDir private Path dir;
  private static TestBrowser browser;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private final List<String> console = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void openBrowser() {
    browser = TestBrowser.launch();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  /** What scripts try to reach. */
  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void closePages() {
    browser.closePages();
    server.stop(0);
  }

  private String evil(String markup) {
    return markup.replace("EVIL", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Nothing came; a request of the reader's own does. */
  private void nothingWasAskedFor(Page page) {
    page.navigate(evil("EVIL/own"));
    assertThat(asked).filteredOn(path -> !path.equals("/favicon.ico")).containsExactly("/own");
  }

  private static JsonObject html(String markup) {
    return JsonObject.build(o -> o.put("text/html", markup));
  }

  /** Makes a report of a notebook in which one cell displays these. */
  private Path report(List<JsonObject> bundles, String... options) throws IOException {
    List<JsonValue> outputs = new ArrayList<>();
    for (JsonObject bundle : bundles) {
      outputs.add(
          JsonObject.build(
              o ->
                  o.put("output_type", "display_data")
                      .put("metadata", JsonObject.EMPTY)
                      .put("data", bundle)));
    }
    JsonObject cell =
        JsonObject.build(
            o ->
                o.put("cell_type", "code")
                    .put("id", "a")
                    .put("source", "show()")
                    .put("metadata", JsonObject.EMPTY)
                    .put("execution_count", 1)
                    .put("outputs", new JsonArray(outputs)));
    JsonObject notebook =
        TestNotebook.of().toJson().with("cells", new JsonArray(List.<JsonValue>of(cell)));
    Files.write(dir.resolve("n.ipynb"), JsonWriter.compactBytes(notebook));
    List<Object> arguments = new ArrayList<>(List.of("html", "n.ipynb"));
    arguments.addAll(List.of(options));
    Platen.in(dir).run(arguments.toArray()).exits(0);
    return dir.resolve("n.html");
  }

  private Page open(Path file) {
    String address = file.toUri().toString();
    return browser.open(
        address,
        new Browser.NewContextOptions(),
        console::add,
        url -> {
          if (!url.startsWith("data:") && !url.equals(address)) {
            requests.add(url);
          }
        });
  }

  private static void becomes(Locator figure, String cssClass) {
    assertThat(figure)
        .hasClass(
            Pattern.compile(".*\\b" + cssClass + "\\b.*"),
            new LocatorAssertions.HasClassOptions().setTimeout(PATIENCE.toMillis()));
  }

  @Test
  void hostileDataIsOnlyData() throws IOException {
    JsonObject layout =
        JsonObject.build(
            o ->
                o.put("title", JsonObject.build(t -> t.put("text", HOSTILE)))
                    .put("__proto__", JsonObject.build(p -> p.put("polluted", true)))
                    .put("constructor", JsonObject.build(p -> p.put("prototype", HOSTILE))));
    JsonObject figure = JsonObject.build(o -> o.put("data", JsonArray.EMPTY).put("layout", layout));
    JsonObject plotly =
        JsonObject.build(
            o -> o.put("application/vnd.plotly.v1+json", figure).put("text/plain", HOSTILE));
    JsonObject mermaid =
        JsonObject.build(
            o ->
                o.put(
                    "text/vnd.mermaid",
                    "graph TD; A[\"<b onclick=parent.postMessage('hit','*')>b</b>\"]-->B"));
    Page page = open(report(List.of(plotly, mermaid)));
    page.evaluate("window.hits = []; addEventListener('message', e => hits.push(e.data))");
    becomes(page.locator(".figure").first(), "drawn");
    becomes(page.locator(".figure").last(), "drawn");
    assertThat(page.evaluate("hits.includes('hit')")).isEqualTo(false);
    assertThat(page.evaluate("({}).polluted === undefined")).isEqualTo(true);
    assertThat(requests).isEmpty();
  }

  @Test
  void aScriptInAFrameReachesNeitherThePageNorTheNetwork() throws IOException {
    String attempts =
        """
        <p id=said>waiting</p><script>
        var tries = {
          page: function () { parent.document.body.textContent = 'taken'; },
          top: function () { top.location = 'EVIL/top'; },
          storage: function () { localStorage.setItem('a', 'b'); },
          cookie: function () { document.cookie = 'a=b'; },
          window: function () { if (open('EVIL/open')) { return; } throw 0; },
          xhr: function () {
            var x = new XMLHttpRequest(); x.open('GET', 'EVIL/x', false); x.send(); },
          eval: function () { eval('1'); }
        };
        var through = Object.keys(tries).filter(function (name) {
          try { tries[name](); return true; } catch (e) { return false; }
        });
        new Image().src = 'EVIL/image';
        document.getElementById('said').textContent = 'through: ' + through;
        parent.postMessage({ height: 1e9 }, '*');
        parent.postMessage({ height: '9em' }, '*');
        </script>
        """;
    Page page = open(report(List.of(html(evil(attempts)))));
    page.locator(".failed-figure").waitFor();
    assertThat(page.locator("h1").textContent()).isEqualTo("n");
    assertThat(page.url()).startsWith("file:");
    assertThat((int) page.evaluate("document.querySelector('main').scrollHeight")).isLessThan(7000);
    assertThat(page.context().pages()).hasSize(1);
    // What is refused is named, and the rest of the output stands in the frame's place.
    assertThat(page.locator(".failed-figure").textContent()).contains("could not be drawn");
    assertThat(page.locator(".figure .twin").innerText()).contains("waiting");
    nothingWasAskedFor(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>x</p><script>location = 'EVIL/moved'</script>",
        "<p>x</p><meta http-equiv=refresh content='0;url=EVIL/moved'><script>1</script>",
        "<p>x</p><script>var f = document.createElement('iframe'); f.src = 'EVIL/moved';"
            + " document.body.appendChild(f)</script>"
      })
  void aFrameGoesNowhere(String markup) throws IOException {
    JsonObject last = html("<p id=b>x</p><script>b.id = 'c'</script>");
    Page page = open(report(List.of(html(evil(markup)), last)));
    becomes(page.locator(".figure").last(), "drawn");
    nothingWasAskedFor(page);
  }

  @Test
  void aFigureThatCannotBeDrawnShowsWhatStandsForItAndSaysSo() throws IOException {
    JsonObject chart =
        JsonObject.build(
            o ->
                o.put(
                        "application/vnd.vegalite.v5+json",
                        JsonObject.build(
                            c ->
                                c.put("mark", "bar")
                                    .put(
                                        "data",
                                        JsonObject.build(
                                            d -> d.put("url", "https://data.example/d.csv")))))
                    .put("text/plain", "the chart"));
    Page page = open(report(List.of(chart)));
    page.locator(".failed-figure").waitFor();
    assertThat(page.locator(".figure").innerText())
        .contains("the chart", "could not be drawn", "https://data.example/d.csv");
    assertThat(page.locator("iframe").count()).isZero();
    assertThat(requests).isEmpty();
    assertThat(console).isEmpty();
  }

  @Test
  void scriptsFromElsewhereAreNamedAndNoFrameIsMade() throws IOException {
    Page page =
        open(
            report(
                List.of(
                    html("<div id=map></div><script src='https://maps.example/l.js'></script>"),
                    html(
                        "<script type=module>import 'https://tables.example/t.js'; a()</script>t"))));
    assertThat(page.locator("#cell-1").innerText()).contains("maps.example", "tables.example");
    assertThat(page.locator(".figure").count()).isZero();
    assertThat(console).isEmpty();
    assertThat(requests).isEmpty();
  }

  @Test
  void strictRunsNoScriptAndShowsEverythingAllTheSame() throws IOException {
    JsonObject plotly =
        JsonObject.build(
            o ->
                o.put("application/vnd.plotly.v1+json", JsonObject.EMPTY)
                    .put("text/plain", "the figure"));
    Path file = report(List.of(plotly, html("<p>text</p><script>boom()</script>")), "--strict");
    assertThat(Files.readString(file)).doesNotContain("<script").contains("script-src 'none'");
    Page page = open(file);
    assertThat(page.locator("#cell-1").innerText()).contains("the figure", "Plotly", "text");
    assertThat(page.locator(".plain-switch").isVisible()).isTrue();
    page.locator(".plain-switch input").check();
    assertThat(page.locator(".source").isVisible()).isFalse();
    assertThat(console).isEmpty();
  }

  @Test
  void trustRunsScriptsInThePageAndSaysSo() throws IOException {
    JsonObject script =
        JsonObject.build(
            o -> o.put("application/javascript", "element.append('by script </script>')"));
    Page page =
        open(
            report(
                List.of(
                    html(
                        "<p id=t onclick=\"this.textContent += '!'\">x</p></div></main>"
                            + "<script>document.getElementById('t').textContent = 'run'</script>"),
                    script),
                "--trust"));
    page.locator("#t").click();
    assertThat(page.locator("#t").textContent()).isEqualTo("run!");
    assertThat(page.locator("#cell-1").innerText()).contains("by script </script>");
    assertThat(page.locator(".title").innerText()).contains("--trust");
    assertThat(console).isEmpty();
  }

  @Test
  void strictAndTrustExcludeEachOther() {
    Platen.in(dir).run("html", "n.ipynb", "--strict", "--trust").exits(2);
  }
}
