package dev.platen.study.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.study.label.MarkChange;
import dev.platen.study.label.RunMarks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What those who follow a study are sent. */
@Timeout(60)
class FollowTest {
  private static final int RUNS = 300;

  @TempDir private Path dir;

  /** A browser's side of the events. */
  private static final class Follower implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Follower(StudyServer server, String query) throws IOException {
      socket = new RawHttp(server.address()).connect();
      String head = "GET " + server.address().getPath() + "events?" + query + " HTTP/1.1\r\n";
      String host = "Host: 127.0.0.1:" + server.address().getPort() + "\r\n\r\n";
      socket.getOutputStream().write((head + host).getBytes(StandardCharsets.UTF_8));
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next event of that name. */
    String next(String event) throws IOException {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("event: " + event)) {
          return in.readLine().substring("data: ".length());
        }
      }
      throw new AssertionError("the connection ended before: " + event);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static JsonObject json(String text) {
    try {
      return (JsonObject) JsonReader.read(text);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void fourFollowersOfALargeStudyGetOnlyWhatIsNew() throws IOException {
    ServedFolder folder = ServedFolder.make(dir.resolve("runs"), RUNS);
    List<Follower> followers = new ArrayList<>();
    try (StudyServer server = StudyServer.start(List.of(folder.dir()), 0, Clock.systemUTC())) {
      int page = new RawHttp(server.address()).ask("GET", server.address().getPath()).length();
      for (int i = 0; i < 4; i++) {
        followers.add(new Follower(server, "version=1"));
        assertThat(json(followers.get(i).next("runs")).object("runs").isEmpty()).isTrue();
      }
      folder.add(RUNS);
      for (Follower follower : followers) {
        String change = follower.next("page");
        assertThat(json(change).integer("version")).contains(2L);
        assertThat(change).contains(ServedFolder.name(RUNS)).doesNotContain(ServedFolder.name(7));
        assertThat(change.length()).isLessThan(page / 10);
      }
      try (Follower late = new Follower(server, "version=1")) {
        assertThat(late.next("page")).contains(ServedFolder.name(RUNS));
      }
    } finally {
      for (Follower follower : followers) {
        follower.close();
      }
    }
  }

  @Test
  void aRunOfTheSecondFolderIsSeenAndWhatIsNotedOfIt() throws IOException {
    ServedFolder one = ServedFolder.make(dir.resolve("one"), 2);
    ServedFolder two = ServedFolder.make(dir.resolve("two"), 2);
    List<Path> dirs = List.of(one.dir(), two.dir());
    try (StudyServer server = StudyServer.start(dirs, 0, Clock.systemUTC());
        Follower follower = new Follower(server, "version=1")) {
      follower.next("runs");
      two.add(2);
      assertThat(follower.next("page")).contains("\"2/" + ServedFolder.name(2));
      MarkChange label =
          new MarkChange(List.of("base"), List.of(), Optional.empty(), Optional.empty());
      var unused = RunMarks.change(one.dir(), List.of(ServedFolder.id(0)), label);
      assertThat(follower.next("page")).contains("[\"base\"]");
    }
  }

  @Test
  void whoShowsAnotherServersPageIsToAskForItAnew() throws IOException {
    ServedFolder folder = ServedFolder.make(dir.resolve("runs"), 2);
    try (StudyServer server = StudyServer.start(List.of(folder.dir()), 0, Clock.systemUTC());
        Follower follower = new Follower(server, "version=77")) {
      assertThat(follower.next("reload")).isEqualTo("{}");
    }
  }

  @Test
  void theFirstRunOfAnEmptyFolderIsSeenAndALostFolderIsSaid() throws IOException {
    ServedFolder folder = ServedFolder.make(dir.resolve("runs"), 0);
    try (StudyServer server = StudyServer.start(List.of(folder.dir()), 0, Clock.systemUTC());
        Follower follower = new Follower(server, "version=1")) {
      assertThat(new RawHttp(server.address()).ask("GET", server.address().getPath()))
          .contains("No runs yet.");
      follower.next("runs");
      folder.add(0);
      assertThat(follower.next("reload")).isEqualTo("{}");
      Files.move(folder.dir(), dir.resolve("elsewhere"));
      assertThat(follower.next("trouble")).contains("isn’t there any more");
      Files.move(dir.resolve("elsewhere"), folder.dir());
      assertThat(json(follower.next("trouble")).text("words")).isEmpty();
    }
  }

  @Test
  void whoDoesNotKeepUpIsDroppedRatherThanQueuedFor() throws InterruptedException {
    Thread writer = new Thread(() -> {});
    Subscriber slow = new Subscriber(Set.of(), writer);
    String megabyte = "x".repeat(1 << 20);
    int taken = 0;
    while (slow.offer("page", megabyte)) {
      taken++;
    }
    assertThat(taken).isBetween(1, 8);
    assertThat(slow.take(0)).isNull();
    assertThat(slow.isHere()).isFalse();
  }

  @Test
  void oneThatTakesNothingFromItsConnectionKeepsNoThread() throws IOException {
    ServedFolder folder = ServedFolder.make(dir.resolve("runs"), 0);
    try (StudyServer server = StudyServer.start(List.of(folder.dir()), 0, Clock.systemUTC());
        Follower follower = new Follower(server, "version=1")) {
      follower.next("runs");
    }
    // The server is closed: no thread of it hangs in a connection.
    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().startsWith("serve: request")));
  }
}
