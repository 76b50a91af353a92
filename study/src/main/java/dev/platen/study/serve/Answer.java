package dev.platen.study.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a request gets.
 *
 * @param policy the Content-Security-Policy; a page's own comes on top of it
 * @param length in bytes
 */
record Answer(int status, String type, String policy, long length, Body body) {
  /** Nothing runs, nothing is loaded, nobody frames it. */
  static final String INERT =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  /** Writes the content. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  static Answer of(int status, String type, String policy, byte[] bytes) {
    return new Answer(status, type, policy, bytes.length, out -> out.write(bytes));
  }

  /** Plain words. */
  static Answer words(int status, String text) {
    return of(
        status, "text/plain; charset=utf-8", INERT, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  static Answer file(Path file, String type, String policy) throws IOException {
    long size = Files.size(file);
    return new Answer(
        200,
        type,
        policy,
        size,
        out -> {
          try (var in = Files.newInputStream(file)) {
            in.transferTo(out);
          }
        });
  }

  /** The headers that every answer has. */
  static void guard(Headers headers, String policy) {
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
  }

  void send(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    guard(headers, policy);
    headers.set("Content-Type", type);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead) {
      headers.set("Content-Length", Long.toString(length));
    }
    exchange.sendResponseHeaders(status, isHead || length == 0 ? -1 : length);
    if (!isHead && length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        body.writeTo(out);
      }
    }
  }
}
