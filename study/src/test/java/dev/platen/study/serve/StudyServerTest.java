package dev.platen.study.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets what, and who gets nothing. */
class StudyServerTest {
  private static final String SECRET = "nobody may read this";

  @TempDir private Path dir;
  private ServedFolder folder;
  private StudyServer server;
  private RawHttp http;
  private String page = "";

  @BeforeEach
  void serve() throws IOException {
    folder = ServedFolder.make(dir.resolve("runs"), 3);
    Files.writeString(dir.resolve("secret.txt"), SECRET);
    Files.writeString(folder.dir().resolve("notes.txt"), SECRET);
    server = StudyServer.start(List.of(folder.dir()), 0, Clock.systemUTC());
    http = new RawHttp(server.address());
    page = server.address().getPath();
  }

  @AfterEach
  void end() {
    server.close();
  }

  private static String run(int number) {
    return ServedFolder.name(number).replace("=", "%3D");
  }

  @Test
  void thePageComesWithItsRunsAndMayAskOnlyItsServer() throws IOException {
    String answer = http.ask("GET", page);
    assertThat(answer)
        .startsWith("HTTP/1.1 200")
        .contains("\"x=2~aaaaac\"", "data-live=\"1\"", "connect-src 'self'")
        .containsIgnoringCase("content-security-policy: object-src 'none'; frame-ancestors 'none'")
        .containsIgnoringCase("referrer-policy: no-referrer")
        .doesNotContainIgnoringCase("access-control-allow");
    assertThat(http.ask("HEAD", page)).startsWith("HTTP/1.1 200").doesNotContain("<html");
    assertThat(http.ask("GET", page + "runs.csv")).contains("id,study,template");
  }

  @Test
  void aReportHasAnAddressThatOpensNothingElseAndIsSandboxed() throws IOException {
    String answer = http.ask("GET", page + run(1) + "/report.html");
    assertThat(answer).startsWith("HTTP/1.1 307");
    String there = answer.replaceFirst("(?s).*\\r\\nLocation: (\\S+)\\r\\n.*", "$1");
    assertThat(http.ask("GET", there))
        .startsWith("HTTP/1.1 200")
        .contains(ServedFolder.REPORT)
        .containsIgnoringCase("content-security-policy: sandbox allow-scripts")
        .doesNotContain("allow-same-origin");
    String key = there.substring(0, there.indexOf('/', 1) + 1);
    assertThat(page).isNotEqualTo(key);
    for (String path : new String[] {"", "runs.csv", "events", run(1) + "/run.json"}) {
      assertThat(http.ask("GET", key + path)).startsWith("HTTP/1.1 404");
    }
    assertThat(http.ask("POST", key + "stop-study", "Origin: " + origin()))
        .startsWith("HTTP/1.1 404");
  }

  private String origin() {
    return "http://127.0.0.1:" + server.address().getPort();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "127.0.0.1:80:80",
        "[::1]",
        "0.0.0.0",
        "localhost.",
        "127.0.0.1@evil.example",
        ""
      })
  void anotherHostsNameGetsNothing(String host) throws IOException {
    assertThat(http.askAs(host, page)).doesNotContain("data-live").contains(" 40");
  }

  @Test
  void twoHostsGetNothingAndATunnelsPortIsFine() throws IOException {
    assertThat(
            http.send(
                "GET " + page + " HTTP/1.1",
                "Host: localhost",
                "Host: evil.example",
                "Connection: close"))
        .doesNotContain("data-live");
    assertThat(http.askAs("localhost:9999", page)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void anotherPageGetsNothing(String header) throws IOException {
    assertThat(http.ask("GET", page, header)).startsWith("HTTP/1.1 403");
    assertThat(http.ask("GET", page + "events", header)).startsWith("HTTP/1.1 403");
    assertThat(http.ask("POST", page + "stop-study", header)).startsWith("HTTP/1.1 403");
  }

  @Test
  void anotherPageMayLinkHereButNotFrameIt() throws IOException {
    String cross = "Sec-Fetch-Site: cross-site";
    String navigate = "Sec-Fetch-Mode: navigate";
    assertThat(http.ask("GET", page, cross, navigate, "Sec-Fetch-Dest: document"))
        .startsWith("HTTP/1.1 200");
    assertThat(http.ask("GET", page, cross, navigate, "Sec-Fetch-Dest: iframe"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void whatActsNeedsItsOwnPagesOriginAndThePost() throws IOException {
    assertThat(http.ask("POST", page + "stop-study")).startsWith("HTTP/1.1 403");
    assertThat(http.ask("GET", page + "stop-study")).startsWith("HTTP/1.1 404");
    assertThat(dir.resolve("runs/.platen")).doesNotExist();
    assertThat(http.ask("POST", page + "stop-study", "Origin: " + origin()))
        .startsWith("HTTP/1.1 202");
    assertThat(dir.resolve("runs/.platen/stop/study")).isNotEmptyFile();
    assertThat(http.ask("POST", page + "stop/" + run(1), "Origin: " + origin()))
        .startsWith("HTTP/1.1 404")
        .contains("no such run is under way");
    assertThat(http.ask("POST", page, "Origin: " + origin())).startsWith("HTTP/1.1 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get"})
  void otherMethodsAreRefused(String method) throws IOException {
    assertThat(http.ask(method, page, "Origin: " + origin())).contains(" 405 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/x/", "//", "/%00/", "/robots.txt"})
  void withoutTheKeyThereIsNothing(String path) throws IOException {
    assertThat(http.ask("GET", path)).contains(" 40").doesNotContain("data-live");
    String almost = page.substring(0, page.length() - 2) + "/";
    assertThat(http.ask("GET", almost)).startsWith("HTTP/1.1 404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "x/../../secret.txt",
        "notes.txt",
        "RUN/../notes.txt",
        "RUN/%2e%2e/notes.txt",
        "RUN/..%2fnotes.txt",
        "RUN/figures/../run.json",
        "RUN/figures/..%5crun.json",
        "RUN//run.json",
        "RUN/./run.json",
        "RUN/run.json%00.png",
        "RUN/run.json/",
        "RUN/%ff",
        "RUN/%2",
        "RUN",
        "RUN/",
        ".platen/claims",
        "%2fetc/passwd",
        "/etc/passwd",
        "RUN/journal.jsonl",
        "RUN/.hidden",
        "RUN/figures/x.png"
      })
  void onlyFilesThatRunsLeaveAreServed(String path) throws IOException {
    Files.writeString(folder.dir().resolve(ServedFolder.name(1)).resolve(".hidden"), SECRET);
    assertThat(http.ask("GET", page + path.replace("RUN", run(1))))
        .containsPattern("^HTTP/1.1 40[04] ")
        .doesNotContain(SECRET, "root:");
  }

  @ParameterizedTest
  @CsvSource({"run.json, application/json", "figures/cell-01-1.svg, image/svg+xml"})
  void whatIsNoReportIsInert(String name, String type) throws IOException {
    Path figures = Files.createDirectory(folder.dir().resolve(ServedFolder.name(1) + "/figures"));
    Files.writeString(figures.resolve("cell-01-1.svg"), "<svg onload='alert(1)'/>");
    assertThat(http.ask("GET", page + run(1) + "/" + name))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("content-type: " + type)
        .containsIgnoringCase("content-security-policy: sandbox; default-src 'none'")
        .containsIgnoringCase("x-content-type-options: nosniff");
  }

  @Test
  void noLinkIsFollowed() throws IOException {
    Path outside = ServedFolder.make(dir.resolve("outside"), 1).dir();
    Files.writeString(outside.resolve(ServedFolder.name(0)).resolve("kernel.log"), SECRET);
    Files.createSymbolicLink(
        folder.dir().resolve("y~bbbbbb"), outside.resolve(ServedFolder.name(0)));
    Path run = folder.dir().resolve(ServedFolder.name(1));
    Files.createSymbolicLink(run.resolve("kernel.log"), dir.resolve("secret.txt"));
    Path pictures = Files.createDirectory(dir.resolve("pictures"));
    Files.writeString(pictures.resolve("cell-01-1.png"), SECRET);
    Files.createSymbolicLink(run.resolve("figures"), pictures);
    for (String path :
        new String[] {
          "y~bbbbbb/kernel.log",
          run(1) + "/kernel.log",
          run(1) + "/figures/cell-01-1.png",
          "y~bbbbbb/so-far.html"
        }) {
      assertThat(http.ask("GET", page + path)).doesNotContain(SECRET).doesNotContain(" 200 ");
    }
  }

  @Test
  void ofSeveralFoldersRunsOfOneNameAreToldApartByTheFoldersNumber() throws IOException {
    ServedFolder other = ServedFolder.make(dir.resolve("other"), 1);
    Files.writeString(folder.dir().resolve(ServedFolder.name(0)).resolve("kernel.log"), "the one");
    Files.writeString(other.dir().resolve(ServedFolder.name(0)).resolve("kernel.log"), "the other");
    // Of another moment, or it would be a copy.
    Path record = other.dir().resolve(ServedFolder.name(0)).resolve("run.json");
    Files.writeString(
        record, Files.readString(record).replaceFirst("(\"started\": ?\")20", "$119"));
    Path same = folder.dir().resolve("../runs");
    List<Path> dirs = List.of(folder.dir(), other.dir(), same);
    try (StudyServer both = StudyServer.start(dirs, 0, Clock.systemUTC())) {
      RawHttp ask = new RawHttp(both.address());
      String at = both.address().getPath();
      assertThat(ask.ask("GET", at))
          .contains("\"1/x=0~aaaaaa\"", "\"2/x=0~aaaaaa\"")
          .doesNotContain("\"3/x");
      assertThat(ask.ask("GET", at + "runs.csv")).contains("2/x=0~aaaaaa/report.html");
      assertThat(ask.ask("GET", at + "1/" + run(0) + "/kernel.log")).contains("the one");
      assertThat(ask.ask("GET", at + "2/" + run(0) + "/kernel.log")).contains("the other");
      assertThat(ask.ask("GET", at + "2/" + run(0) + "/report.html")).startsWith("HTTP/1.1 307");
      for (String path : new String[] {"", "0/", "3/", "01/", "1/2/", "runs/", "../other/"}) {
        assertThat(ask.ask("GET", at + path + run(0) + "/kernel.log"))
            .containsPattern("^HTTP/1.1 40[04] ")
            .doesNotContain("the o");
      }
      String own = "Origin: http://127.0.0.1:" + both.address().getPort();
      assertThat(ask.ask("POST", at + "stop-study", own)).startsWith("HTTP/1.1 202");
      assertThat(folder.dir().resolve(".platen/stop/study")).isNotEmptyFile();
      assertThat(other.dir().resolve(".platen/stop/study")).isNotEmptyFile();
    }
  }

  @Test
  void hugeRequestsAreRefusedAndTheServerLivesOn() throws IOException {
    assertThat(http.ask("GET", page + "a".repeat(9000))).startsWith("HTTP/1.1 414");
    assertThat(http.ask("GET", page + "events?open=" + "a".repeat(100_000))).contains(" 414 ");
    String[] headers = new String[500];
    java.util.Arrays.setAll(headers, i -> "X-" + i + ": " + "a".repeat(500));
    assertThat(http.ask("GET", page, headers)).doesNotContain("data-live");
    assertThat(
            http.ask(
                "POST", page + "stop-study", "Origin: " + origin(), "Content-Length: 99999999"))
        .startsWith("HTTP/1.1 202");
    assertThat(http.send("nonsense", "Connection: close")).doesNotContain("data-live");
    assertThat(http.ask("GET", page)).startsWith("HTTP/1.1 200");
  }

  @Test
  void aPortThatIsTakenAndAFolderThatIsNotThereAreSaid() {
    int port = server.address().getPort();
    assertThatThrownBy(() -> StudyServer.start(List.of(folder.dir()), port, Clock.systemUTC()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("port " + port + " can't be had");
    assertThatThrownBy(() -> StudyServer.start(List.of(dir.resolve("no")), 0, Clock.systemUTC()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("can't read 'no'");
  }
}
