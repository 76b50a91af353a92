package dev.platen.study.serve;

import dev.platen.fault.Fault;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.study.compare.LivePage;
import dev.platen.study.compare.RunLinks;
import dev.platen.study.ledger.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches folders of runs for those who follow, and sends them differences: at most four times a
 * second, and never more work than a small share of the time. Without followers it rests. All
 * happens on one thread; others ask for what they need.
 */
final class StudyWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 250;

  /** Between two readings of the folder passes so many times what the last one took. */
  private static final int REST = 10;

  private static final long LEAST_REST_MILLIS = 400;

  /** On a machine that is busy with other things a look takes long, and costs little. */
  private static final long MOST_REST_MILLIS = 8_000;

  /** A difference of more is as much as the page; then that is asked for anew. */
  private static final int MOST_CHANGE = 4 << 20;

  private static final int MOST_CHANGES = 32;
  private static final int MOST_FOLLOWERS = 32;

  /** What made a version of the one before. */
  private record Change(long version, String json) {}

  private final Clock clock;
  private final List<FolderChanges> changes;
  private final LiveRuns runs;
  private final LivePage page;
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final Deque<Change> past = new ArrayDeque<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "serve: watch");
            made.setDaemon(true);
            return made;
          });
  private LivePage.@Nullable State shown;
  private byte @Nullable [] bytes;
  private long version = 1;
  private Instant rested = Instant.MIN;
  private String trouble = "";

  private StudyWatch(List<Ledger> ledgers, Clock clock) {
    RunLinks links = RunLinks.served(ledgers.stream().map(Ledger::dir).toList());
    this.clock = clock;
    this.changes = ledgers.stream().map(FolderChanges::new).toList();
    this.runs = new LiveRuns(links);
    this.page = new LivePage(ledgers, links);
    runs.known(ledgers);
  }

  static StudyWatch start(List<Ledger> ledgers, Clock clock) {
    StudyWatch watch = new StudyWatch(ledgers, clock);
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  /** The page as it is now. */
  byte[] page() throws InterruptedException {
    return ask(
        () -> {
          renew();
          if (bytes == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            page.write(Long.toString(version), out);
            bytes = out.toByteArray();
          }
          return bytes;
        });
  }

  byte[] csv() throws InterruptedException {
    return ask(
        () -> {
          renew();
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          page.writeCsv(out);
          return out.toByteArray();
        });
  }

  /** An image among the outputs of a run under way. */
  Optional<ShownOutput.Image> image(String run, String key) throws InterruptedException {
    return ask(() -> runs.view(run).flatMap(view -> view.image(key)));
  }

  /** The HTML of an output of a run under way, as it came. */
  Optional<String> html(String run, String key) throws InterruptedException {
    return ask(() -> runs.view(run).flatMap(view -> view.html(key)));
  }

  /** The run, if it is under way. */
  Optional<RunFollower> live(String run) throws InterruptedException {
    return ask(() -> runs.view(run).map(RunView::run));
  }

  /**
   * Begins to send events.
   *
   * @param from the version that the follower shows
   * @return false if there are too many followers
   */
  boolean follow(Subscriber subscriber, long from) throws InterruptedException {
    return ask(
        () -> {
          if (subscribers.size() >= MOST_FOLLOWERS) {
            return false;
          }
          catchUp(subscriber, from);
          Instant now = clock.instant();
          runs.look(now, subscribers);
          runs.tellAll(now, subscriber, subscribers);
          subscribers.add(subscriber);
          if (!trouble.isEmpty()) {
            subscriber.offer("trouble", words(trouble));
          }
          return true;
        });
  }

  void leave(Subscriber subscriber) {
    if (!thread.isShutdown()) {
      thread.execute(() -> subscribers.remove(subscriber));
    }
  }

  private void catchUp(Subscriber subscriber, long from) {
    boolean known = from == version || past.stream().anyMatch(each -> each.version() == from + 1);
    if (from > version || !known) {
      subscriber.offer("reload", "{}");
      return;
    }
    past.stream()
        .filter(each -> each.version() > from)
        .forEach(each -> subscriber.offer("page", each.json()));
  }

  /** The timer's turn; a timer that throws would never come again. */
  private void look() {
    subscribers.removeIf(each -> !each.isHere());
    if (subscribers.isEmpty()) {
      return;
    }
    try {
      renew();
      runs.look(clock.instant(), subscribers);
      tellTrouble(
          page.ledgers().stream()
              .map(Ledger::dir)
              .filter(dir -> !Files.isDirectory(dir))
              .findFirst()
              .map(dir -> "The folder isn’t there any more: " + dir)
              .orElse(""));
    } catch (Fault fault) {
      tellTrouble(fault.getMessage() + "; it is tried again");
    } catch (RuntimeException e) {
      tellTrouble("something went wrong, and is tried again: " + e);
    }
  }

  private void tellTrouble(String now) {
    if (!now.equals(trouble)) {
      trouble = now;
      subscribers.forEach(each -> each.offer("trouble", words(now)));
    }
  }

  private static String words(String text) {
    return JsonWriter.compactText(JsonObject.build(o -> o.put("words", text)));
  }

  /** Reads what is new, if anything is and it has rested. */
  private void renew() {
    Instant begin = clock.instant();
    if (begin.isBefore(rested)) {
      return;
    }
    List<Ledger> next = new ArrayList<>(page.ledgers());
    boolean any = false;
    for (int i = 0; i < next.size(); i++) {
      if (changes.get(i).look(begin)) {
        any = true;
        next.set(i, next.get(i).refresh());
        changes.get(i).known(next.get(i));
      }
    }
    if (!any) {
      return;
    }
    runs.known(next);
    if (page.isOutdatedBy(next)) {
      show(next);
    }
    Instant end = clock.instant();
    long rest = Duration.between(begin, end).toMillis() * REST;
    rested = end.plusMillis(Math.min(MOST_REST_MILLIS, Math.max(LEAST_REST_MILLIS, rest)));
  }

  private void show(List<Ledger> next) {
    LivePage.State before = shown == null ? page.state() : shown;
    page.show(next);
    LivePage.State after = page.state();
    shown = after;
    bytes = null;
    version++;
    Optional<String> change =
        PageChange.of(before, after).filter(json -> json.length() <= MOST_CHANGE);
    if (change.isEmpty()) {
      past.clear();
      subscribers.forEach(each -> each.offer("reload", "{}"));
      return;
    }
    String json = "{\"version\":" + version + "," + change.get().substring(1);
    past.add(new Change(version, json));
    long chars = past.stream().mapToLong(each -> each.json().length()).sum();
    while (past.size() > MOST_CHANGES || (chars > MOST_CHANGE && past.size() > 1)) {
      chars -= past.remove().json().length();
    }
    subscribers.forEach(each -> each.offer("page", json));
  }

  private <T> T ask(Callable<T> question) throws InterruptedException {
    try {
      return thread.submit(question).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof IOException io) {
        throw new UncheckedIOException(io);
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
