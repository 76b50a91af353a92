package dev.platen.study.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as no client library would send them. */
record RawHttp(URI address) {
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), address.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** Sends lines as they are, and reads all that comes until the other side closes. */
  String send(String... lines) throws IOException {
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      try {
        in.transferTo(all);
      } catch (IOException e) {
        // Refused in the middle of the request: what had come by then is the answer.
        return all.toString(StandardCharsets.UTF_8);
      }
      return all.toString(StandardCharsets.UTF_8);
    }
  }

  /** A request to a path, with these headers besides. */
  String ask(String method, String path, String... headers) throws IOException {
    String[] lines = new String[headers.length + 3];
    lines[0] = method + " " + path + " HTTP/1.1";
    lines[1] = "Host: 127.0.0.1:" + address.getPort();
    lines[2] = "Connection: close";
    System.arraycopy(headers, 0, lines, 3, headers.length);
    return send(lines);
  }

  /** The same with another host. */
  String askAs(String host, String path) throws IOException {
    return send("GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close");
  }
}
