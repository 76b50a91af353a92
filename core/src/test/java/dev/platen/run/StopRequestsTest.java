package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopRequestsTest {
  @TempDir private Path dir;
  private final AtomicInteger stops = new AtomicInteger();

  private RunFolder run(String name) {
    return new RunFolder(dir.resolve(name));
  }

  @Test
  void aRunIsStoppedOnceByARequestForItAndByNoOther() {
    StopRequests requests = StopRequests.in(dir);
    try (StopRequests.Watch watch = requests.watch(run("a~aaaaaa"), stops::incrementAndGet)) {
      requests.ask(run("b~bbbbbb"));
      requests.askStudy();
      assertThat(watch.isHeeded()).isFalse();
      requests.ask(run("a~aaaaaa"));
      assertThat(requests.isAsked(run("a~aaaaaa"))).isTrue();
      await().until(watch::isHeeded);
    }
    assertThat(stops).hasValue(1);
    assertThat(requests.isAsked(run("a~aaaaaa"))).isFalse();
    assertThat(requests.isAsked(run("b~bbbbbb"))).isTrue();
  }

  @Test
  void aStudyHeedsOnlyWhatIsAskedFromItsStartOn() {
    StopRequests requests = StopRequests.in(dir);
    requests.askStudy();
    try (StopRequests.Watch first = requests.watchStudy(stops::incrementAndGet);
        StopRequests.Watch second = requests.watchStudy(stops::incrementAndGet)) {
      requests.ask(run("a~aaaaaa"));
      assertThat(first.isHeeded()).isFalse();
      requests.askStudy();
      await().until(() -> first.isHeeded() && second.isHeeded());
    }
    assertThat(stops).hasValue(2);
  }
}
