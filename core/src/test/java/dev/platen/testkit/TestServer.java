package dev.platen.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that keeps what is PUT there, and fails as it is told. */
public final class TestServer implements AutoCloseable {
  /** What the server was asked. */
  public record Asked(
      String method, String path, String query, Map<String, List<String>> headers, String body) {
    /** The first value of a header; "" without. */
    public String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of("")));
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> moves = new ConcurrentHashMap<>();
  private final Queue<Integer> failures = new ArrayDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private TestServer(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a free port. */
  public static TestServer start() {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      TestServer started = new TestServer(HttpServer.create(any, 0));
      started.server.createContext("/", started::answer);
      started.server.setExecutor(started.threads);
      started.server.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Host and port. */
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://" + host() + path;
  }

  public TestServer put(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Gives this answer there, whatever is asked. */
  public TestServer answering(String path, String answer) {
    answers.put(path, answer);
    return this;
  }

  /** Sends whoever asks for it elsewhere. */
  public TestServer moving(String path, int status, String location) {
    moves.put(path, status + " " + location);
    return this;
  }

  /** Answers the next requests with these statuses; 0 breaks the connection off. */
  public synchronized TestServer failing(Integer... statuses) {
    failures.addAll(List.of(statuses));
    return this;
  }

  public String content(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  public List<Asked> asked() {
    return asked;
  }

  private synchronized int failure() {
    Integer status = failures.poll();
    return status == null ? 200 : status;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      byte[] sent = exchange.getRequestBody().readAllBytes();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              path,
              String.valueOf(exchange.getRequestURI().getRawQuery()),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(sent, StandardCharsets.UTF_8)));
      if (moves.containsKey(path)) {
        String[] move = moves.get(path).split(" ", 2);
        exchange.getResponseHeaders().add("Location", move[1]);
        exchange.sendResponseHeaders(Integer.parseInt(move[0]), -1);
        return;
      }
      int status = failure();
      if (status == 0) {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write('{');
        return;
      }
      boolean isPut = exchange.getRequestMethod().equals("PUT");
      if (status == 200 && isPut) {
        files.put(path, sent);
      }
      byte[] content =
          answers.containsKey(path)
              ? answers.get(path).getBytes(StandardCharsets.UTF_8)
              : isPut ? new byte[0] : files.get(path);
      boolean isThere = status == 200 && content != null;
      exchange.sendResponseHeaders(
          status == 200 && content == null ? 404 : status,
          isThere && content.length > 0 ? content.length : -1);
      if (isThere) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
