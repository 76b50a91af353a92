package dev.platen.storage.http;

import dev.platen.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests until they are answered: again after a while when the server is busy, the
 * connection breaks or nothing comes in time. All requests here may be sent twice.
 */
final class HttpCaller {
  /** Seconds that a server may take to begin its answer. */
  static final String TIMEOUT = "PLATEN_STORAGE_TIMEOUT";

  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 4;

  /** So many times a server may send one elsewhere. */
  private static final int MOVES = 10;

  private static final Set<Integer> MOVED = Set.of(301, 302, 307, 308);
  private static final int SEE_OTHER = 303;

  /** Doubled after each attempt. */
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Bytes a second that the slowest line still carries. */
  private static final int SLOWEST = 100_000;

  /** The whole of an answer may take so many times as long as its beginning. */
  private static final int BODY = 10;

  private final HttpClient client;
  private final Duration timeout;
  private final Duration firstPause;

  HttpCaller(Map<String, String> env) {
    this(env, FIRST_PAUSE);
  }

  /**
   * A caller.
   *
   * @param firstPause between the first attempt and the second
   */
  HttpCaller(Map<String, String> env, Duration firstPause) {
    this.timeout = timeout(env);
    this.firstPause = firstPause;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT.compareTo(timeout) < 0 ? CONNECT : timeout)
            .proxy(new EnvironmentProxies(env))
            .build();
  }

  private static Duration timeout(Map<String, String> env) {
    String seconds = env.getOrDefault(TIMEOUT, "");
    return seconds.matches("[1-9][0-9]{0,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : USUAL_TIMEOUT;
  }

  /**
   * Sends a request.
   *
   * @return the answer, whose status is 2xx
   * @throws Fault what the last attempt gave
   */
  HttpResponse<byte[]> call(HttpRequest.Builder prepared, HttpFaults faults)
      throws InterruptedException {
    HttpRequest.Builder agent = prepared.setHeader("User-Agent", "platen");
    HttpRequest sized = agent.build();
    long bytes = sized.bodyPublisher().map(HttpRequest.BodyPublisher::contentLength).orElse(0L);
    Duration limit = timeout.plusSeconds(bytes / SLOWEST);
    HttpRequest request = agent.timeout(limit).build();
    Duration pause = firstPause;
    for (int attempt = 1; ; attempt++) {
      boolean isLast = attempt == ATTEMPTS;
      try {
        HttpResponse<byte[]> answer = follow(request, limit.multipliedBy(BODY), faults);
        if (answer.statusCode() / 100 == 2) {
          return answer;
        }
        if (isLast || !isBusy(answer.statusCode())) {
          throw faults.refused(answer);
        }
        await(wished(answer).orElse(pause));
      } catch (IOException e) {
        if (isLast) {
          throw faults.unreachable(e, limit);
        }
        await(pause);
      }
      pause = pause.multipliedBy(2);
    }
  }

  /**
   * To wherever the server sends one. Unlike Java's own following it writes there too, says no
   * password to another server, and says where it went round and round.
   */
  private HttpResponse<byte[]> follow(HttpRequest first, Duration limit, HttpFaults faults)
      throws IOException, InterruptedException {
    HttpRequest request = first;
    for (int moves = 0; moves <= MOVES; moves++) {
      HttpResponse<byte[]> answer = send(request, limit);
      if (!MOVED.contains(answer.statusCode())
          && !(answer.statusCode() == SEE_OTHER && first.method().equals("GET"))) {
        return answer;
      }
      URI to = moved(request.uri(), answer, faults);
      boolean isSame = to.getAuthority().equals(request.uri().getAuthority());
      request =
          HttpRequest.newBuilder(
                  request, (name, value) -> isSame || !name.equalsIgnoreCase("Authorization"))
              .uri(to)
              .build();
    }
    throw faults.moved(
        request.uri().toString(), "again and again, " + MOVES + " times", "see where it ends");
  }

  private static URI moved(URI from, HttpResponse<?> answer, HttpFaults faults) {
    String location = answer.headers().firstValue("Location").orElse("");
    URI to =
        Address.resolved(from, location)
            .orElseThrow(() -> faults.moved(location, "which is no address", "check the address"));
    if (from.getScheme().equals("https") && !to.getScheme().equals("https")) {
      throw faults.moved(
          location, "where nothing is encrypted", "give that address itself, if it is meant");
    }
    return to;
  }

  /** Interrupted, the request is given up. */
  private HttpResponse<byte[]> send(HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IOException(message(e.getCause()), e);
    } catch (TimeoutException e) {
      throw new IOException("the answer didn't end within " + limit.toSeconds() + " s", e);
    } finally {
      sent.cancel(true);
    }
  }

  private static String message(@Nullable Throwable e) {
    return e == null ? "no answer" : String.valueOf(e.getMessage());
  }

  private static boolean isBusy(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private static Optional<Duration> wished(HttpResponse<?> answer) {
    String after = answer.headers().firstValue("Retry-After").orElse("");
    OptionalLong seconds =
        after.matches("[0-9]{1,4}") ? OptionalLong.of(Long.parseLong(after)) : OptionalLong.empty();
    return seconds.isPresent()
        ? Optional.of(Duration.ofSeconds(Math.min(seconds.getAsLong(), LONGEST_PAUSE.toSeconds())))
        : Optional.empty();
  }

  private static void await(Duration time) throws InterruptedException {
    var unused = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
