package dev.platen.study.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.StorageFaults;
import dev.platen.study.ledger.Ledger;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Serves the compare page of folders of runs on this machine, brought up to date by server-sent
 * events while runs go on. Only who knows the address gets anything. Makes no runs, and must not
 * share its process with any: it opens their journals.
 */
public final class StudyServer implements AutoCloseable {
  private static final int THREADS = 48;
  private static final int WAITING = 256;
  private static final int BACKLOG = 64;
  private static final long BEAT_MILLIS = 10_000;

  /** A browser that lost its connection tries again after so many milliseconds. */
  private static final String RETRY = "retry: 2000\n\n";

  private final Gate gate = Gate.random();
  private final StudyWatch watch;
  private final Routes routes;
  private final HttpServer server;
  private final ExecutorService threads;

  private StudyServer(List<Path> dirs, List<Ledger> ledgers, HttpServer server, Clock clock) {
    this.server = server;
    this.watch = StudyWatch.start(ledgers, clock);
    this.routes = new Routes(gate, watch, dirs);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "serve: request");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /**
   * Reads the folders, and begins to serve them.
   *
   * @param dirs at least one; however it is spelled, a folder counts once
   * @param port 0 takes one that is free
   * @throws Fault {@code STORAGE_MISSING} if there is no such folder, {@code USAGE} if the port is
   *     taken
   */
  public static StudyServer start(List<Path> dirs, int port, Clock clock) {
    List<Path> real = dirs.stream().map(StudyServer::real).distinct().toList();
    List<Ledger> ledgers = real.stream().map(Ledger::read).toList();
    limitRequests();
    HttpServer http;
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      http = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (BindException e) {
      throw Fault.of(FaultKind.USAGE, "port " + port + " can't be had")
          .where("127.0.0.1:" + port)
          .found(String.valueOf(e.getMessage()))
          .mend("name another with --port, or none: then a free one is taken")
          .cause(e);
    } catch (IOException e) {
      throw StorageFaults.reading(real.get(0), e);
    }
    StudyServer made = new StudyServer(real, ledgers, http, clock);
    http.createContext("/", made::handle);
    http.setExecutor(made.threads);
    http.start();
    return made;
  }

  private static Path real(Path dir) {
    try {
      return dir.toRealPath();
    } catch (IOException e) {
      throw StorageFaults.reading(dir.toAbsolutePath(), e);
    }
  }

  /**
   * The JDK's server is told its limits by system properties, before its first use: seconds that a
   * request may take to arrive, connections, and bytes of a body that are read though nobody wants
   * them.
   */
  private static void limitRequests() {
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("jdk.httpserver.maxConnections", "200");
    System.setProperty("sun.net.httpserver.drainAmount", "0");
  }

  /** Where the page is. Whoever knows it sees all, and can stop what runs. */
  public URI address() {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/" + gate.pageKey() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Answer> refusal = gate.refusal(exchange);
      if (refusal.isEmpty() && routes.isEvents(exchange)) {
        follow(exchange);
        return;
      }
      refusal.orElseGet(() -> answer(exchange)).send(exchange);
    }
  }

  private Answer answer(HttpExchange exchange) {
    try {
      return routes.answer(exchange);
    } catch (IOException e) {
      return Answer.words(500, "it can't be read: " + e.getMessage());
    } catch (RuntimeException e) {
      return Routes.failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.words(503, "the server ends");
    }
  }

  /** Sends events until the browser goes, or doesn't keep up. */
  private void follow(HttpExchange exchange) throws IOException {
    long version = 0;
    Set<String> open = new HashSet<>();
    for (String part : String.valueOf(exchange.getRequestURI().getRawQuery()).split("&", -1)) {
      String value = Gate.decoded(part.substring(part.indexOf('=') + 1)).orElse("");
      if (part.startsWith("open=")) {
        open.add(value);
      } else if (part.startsWith("version=") && value.matches("\\d{1,18}")) {
        version = Long.parseLong(value);
      }
    }
    Subscriber subscriber = new Subscriber(open, Thread.currentThread());
    try {
      if (!watch.follow(subscriber, version)) {
        Answer.words(503, "too many pages follow this study already").send(exchange);
        return;
      }
      Headers headers = exchange.getResponseHeaders();
      Answer.guard(headers, Answer.INERT);
      headers.set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      send(subscriber, exchange.getResponseBody());
    } catch (InterruptedException e) {
      // It was dropped, or the server ends. The thread is the pool's, and goes on.
    } finally {
      subscriber.left();
      watch.leave(subscriber);
      var unused = Thread.interrupted();
    }
  }

  private static void send(Subscriber subscriber, OutputStream out)
      throws IOException, InterruptedException {
    out.write(RETRY.getBytes(StandardCharsets.UTF_8));
    out.flush();
    for (String text = subscriber.take(BEAT_MILLIS);
        text != null;
        text = subscriber.take(BEAT_MILLIS)) {
      out.write((text.isEmpty() ? ": here\n\n" : text).getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    watch.close();
    threads.shutdownNow();
  }
}
