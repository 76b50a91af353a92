package dev.platen.storage.http;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.PlaceText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Says in the user's words what a server refused, or why there was no answer.
 *
 * @param what such as {@code can't read 'in.ipynb'}
 * @param access what would let one in, for the remedy
 */
record HttpFaults(String what, String place, String access) {
  private static final int LONGEST_REASON = 200;

  static HttpFaults reading(String place, String access) {
    return new HttpFaults("can't read '" + PlaceText.fileName(place) + "'", place, access);
  }

  static HttpFaults writing(String place, String access) {
    return new HttpFaults("can't write '" + PlaceText.fileName(place) + "'", place, access);
  }

  Fault refused(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    String found = "the server's answer: " + status + reason(answer);
    return switch (status) {
      case 401, 403, 407 ->
          fault(FaultKind.STORAGE_DENIED).found(found).mend("see to the permissions; " + access);
      case 404, 410 -> fault(FaultKind.STORAGE_MISSING).found(found).mend("check the address");
      case 405, 501 ->
          fault(FaultKind.STORAGE_DENIED)
              .found(found)
              .mend("that server takes no files this way; write elsewhere and copy it there");
      default ->
          status >= 500 || status == 408 || status == 429
              ? fault(FaultKind.STORAGE_BUSY).found(found).mend("try again later")
              : fault(FaultKind.STORAGE_DENIED).found(found).mend("check the address; " + access);
    };
  }

  /** The server sends one elsewhere, where one can't go. */
  Fault moved(String location, String why, String mend) {
    return fault(FaultKind.STORAGE_MISSING)
        .found("the server's answer: moved to '%s', %s".formatted(PlaceText.shown(location), why))
        .mend(mend);
  }

  Fault unreachable(IOException e, Duration limit) {
    String found =
        e instanceof HttpTimeoutException
            ? "no answer within " + limit.toSeconds() + " s, several times"
            : unknownHost(e)
                ? "no such host, or nobody who listens there"
                : "the connection broke, several times: " + message(e);
    return fault(FaultKind.STORAGE_BUSY)
        .found(found)
        .mend(
            e instanceof HttpTimeoutException
                ? "try again later; %s=SECONDS waits longer".formatted(HttpCaller.TIMEOUT)
                : "check the address and the connection, then run again")
        .cause(e);
  }

  private static boolean unknownHost(IOException e) {
    return e instanceof ConnectException || e.getCause() instanceof UnresolvedAddressException;
  }

  private static String message(IOException e) {
    return e.getMessage() == null ? "no reason given" : e.getMessage();
  }

  /** The first line of a plain answer; pages and XML say it in too many words. */
  private static String reason(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
    boolean isPlain = (type.startsWith("text/plain") || type.contains("json")) && !text.isEmpty();
    String line = isPlain ? text.lines().findFirst().orElse("") : "";
    return line.isEmpty() ? "" : ", " + line.substring(0, Math.min(line.length(), LONGEST_REASON));
  }

  private Fault fault(FaultKind kind) {
    return Fault.of(kind, what).where(PlaceText.shown(place));
  }
}
