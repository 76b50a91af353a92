package dev.platen.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.Storage;
import dev.platen.testkit.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebStorageTest {
  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private static Storage storage(Map<String, String> env) {
    return WebStorage.over(new HttpCaller(env, Duration.ofMillis(1)), env);
  }

  private final Storage storage = storage(Map.of());

  private static Fault fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Fault.class, call);
  }

  @Test
  void whatIsPutCanBeRead() throws InterruptedException {
    storage.write(server.url("/a/ü x.ipynb"), "{}".getBytes(UTF_8));
    assertThat(storage.read(server.url("/a/%C3%BC%20x.ipynb"))).asString(UTF_8).isEqualTo("{}");
    assertThat(server.asked().get(0).header("Content-type")).isEqualTo("application/json");
    assertThat(server.asked().get(1).header("Accept")).startsWith("application/json");
  }

  @Test
  void aBusyServerAndABrokenConnectionAreTriedAgain() throws InterruptedException {
    server.put("/in", "content").failing(500, 429, 0);
    assertThat(storage.read(server.url("/in"))).asString(UTF_8).isEqualTo("content");
    assertThat(server.asked()).hasSize(4);
    server.failing(503, 502);
    storage.write(server.url("/out"), "{}".getBytes(UTF_8));
    assertThat(server.content("/out")).isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({
    "404, 1, STORAGE_MISSING, the server's answer: 404",
    "401, 1, STORAGE_DENIED,  the server's answer: 401",
    "405, 1, STORAGE_DENIED,  the server's answer: 405",
    "400, 1, STORAGE_DENIED,  the server's answer: 400",
    "500, 4, STORAGE_BUSY,    the server's answer: 500",
    "0,   4, STORAGE_BUSY,    'the connection broke, several times'"
  })
  void whatTheServerRefusesIsSaid(int status, int requests, FaultKind kind, String found) {
    server.put("/in", "content").failing(status, status, status, status);
    String place = "http://me:hidden@" + server.host() + "/in?token=hidden";
    Fault fault = fault(() -> storage.read(place));
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.describe())
        .contains("can't read 'in'")
        .contains(found)
        .contains("where: http://me:****@" + server.host() + "/in?token=****")
        .contains("mend: ")
        .doesNotContain("hidden");
    assertThat(server.asked()).hasSize(requests);
    assertThat(server.asked().get(0).header("Authorization")).isEqualTo("Basic bWU6aGlkZGVu");
  }

  @Test
  void whatWasMovedIsReadAndWrittenWhereItIsNow() throws InterruptedException {
    server.moving("/old", 302, "deeper/new?a=1").put("/deeper/new", "content");
    String place = "http://me:hidden@" + server.host() + "/old";
    assertThat(storage.read(place)).asString(UTF_8).isEqualTo("content");
    assertThat(server.asked().get(1).query()).isEqualTo("a=1");
    assertThat(server.asked().get(1).header("Authorization")).isNotEmpty();
    server.moving("/out", 307, server.url("/there"));
    storage.write(server.url("/out"), "{}".getBytes(UTF_8));
    assertThat(server.content("/there")).isEqualTo("{}");
  }

  @Test
  void aPasswordIsForItsServerAlone() throws InterruptedException {
    try (TestServer other = TestServer.start()) {
      server.moving("/in", 301, other.url("/in"));
      other.put("/in", "content");
      String place = "http://me:hidden@" + server.host() + "/in";
      assertThat(storage.read(place)).asString(UTF_8).isEqualTo("content");
      assertThat(other.asked().get(0).header("Authorization")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "302, /in?token=hidden, 'moved to ''http://', 'again and again, 10 times'",
    "308, http:,            moved to 'http:',     which is no address",
    "301, '',               moved to '',          which is no address"
  })
  void whereAMoveLeadsNowhereIsSaid(int status, String location, String to, String why) {
    server.moving("/in", status, location);
    assertThat(fault(() -> storage.read(server.url("/in"))).describe())
        .contains("can't read 'in'")
        .contains(to)
        .contains(why)
        .contains("mend: ")
        .doesNotContain("hidden");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      Storage hasty = storage(Map.of("PLATEN_STORAGE_TIMEOUT", "1"));
      String place = "http://localhost:" + silent.getLocalPort() + "/in";
      assertThat(fault(() -> hasty.read(place)).describe())
          .contains("no answer within 1 s, several times")
          .contains("PLATEN_STORAGE_TIMEOUT=SECONDS");
    }
  }

  @Test
  void whereNobodyListensIsSaid() {
    server.close();
    assertThat(fault(() -> storage.read(server.url("/in"))).describe())
        .contains("no such host, or nobody who listens there");
    assertThatThrownBy(() -> storage.read("http://")).hasMessage("that is no address");
  }

  @Test
  void aFileOnGitHubIsReadThroughItsInterface() throws InterruptedException {
    server.put("/repos/o/r/contents/dir/n%20b.ipynb", "{}");
    Storage github =
        storage(Map.of("GITHUB_API_URL", server.url(""), "GITHUB_ACCESS_TOKEN", "hidden"));
    String place = "https://github.com/o/r/blob/main/dir/n b.ipynb";
    assertThat(github.read(place)).asString(UTF_8).isEqualTo("{}");
    assertThat(server.asked().get(0).header("Authorization")).isEqualTo("Bearer hidden");
    assertThatThrownBy(() -> github.write(place, new byte[0]))
        .hasMessage("GitHub takes no files this way");
  }

  @Test
  void aProxyOfTheEnvironmentIsAsked() throws InterruptedException {
    server.put("/in", "from the proxy");
    Map<String, String> env = Map.of("http_proxy", server.host(), "no_proxy", "inside.test");
    assertThat(storage(env).read("http://nowhere.test/in"))
        .asString(UTF_8)
        .isEqualTo("from the proxy");
    assertThatThrownBy(() -> storage(env).read("http://host.inside.test/in"))
        .isInstanceOf(Fault.class);
  }
}
