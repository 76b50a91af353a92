package dev.platen.study.export.mlflow;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * An MLflow tracking server, as its REST API has it.
 *
 * @see <a href="https://mlflow.org/docs/latest/api_reference/rest-api.html">the API</a>
 */
public final class MlflowServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int QUOTED = 300;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final URI address;
  private final String authorization;

  /**
   * A server that nothing was asked of yet.
   *
   * @param env may hold MLflow's own MLFLOW_TRACKING_TOKEN, or MLFLOW_TRACKING_USERNAME and
   *     MLFLOW_TRACKING_PASSWORD
   * @throws Fault {@code USAGE} if the address isn't one of HTTP
   */
  public MlflowServer(String address, Map<String, String> env) {
    this.address = parsed(address);
    String token = env.getOrDefault("MLFLOW_TRACKING_TOKEN", "");
    String user = env.getOrDefault("MLFLOW_TRACKING_USERNAME", "");
    String pair = user + ":" + env.getOrDefault("MLFLOW_TRACKING_PASSWORD", "");
    this.authorization =
        !token.isEmpty()
            ? "Bearer " + token
            : user.isEmpty()
                ? ""
                : "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static URI parsed(String address) {
    try {
      URI uri = URI.create(address.replaceFirst("/+$", ""));
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw Fault.of(FaultKind.USAGE, "this is no address of a tracking server")
        .where("--tracking-uri")
        .found("'" + address + "'")
        .mend(
            "give one such as http://127.0.0.1:5000; folders and databases need a server before them");
  }

  URI address() {
    return address;
  }

  /** The answer; empty if there is no such thing. */
  Optional<JsonObject> find(String path, String key, String value) {
    String query = "?" + key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    HttpResponse<String> answer = send(path, request(path + query).GET().build());
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(path, answer));
  }

  JsonObject post(String path, JsonObject body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JsonWriter.compactBytes(body)))
            .build();
    return read(path, send(path, request));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/api/2.0/mlflow/" + path)).timeout(PATIENCE);
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private HttpResponse<String> send(String path, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw Fault.of(FaultKind.STORAGE_BUSY, "the tracking server doesn't answer")
          .where(address + ", " + path)
          .found(String.valueOf(e.getMessage()))
          .mend("start it, or give the right --tracking-uri; runs that were sent aren't sent again")
          .cause(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Fault.of(FaultKind.INTERRUPTED, "interrupted").where(path).cause(e);
    }
  }

  private JsonObject read(String path, HttpResponse<String> answer) {
    String body = answer.body();
    try {
      if (answer.statusCode() == 200 && JsonReader.read(body) instanceof JsonObject object) {
        return object;
      }
    } catch (JsonSyntaxException e) {
      // Whatever answers there is no MLflow, which is said below.
    }
    throw Fault.of(FaultKind.STORAGE_DENIED, "the tracking server refused")
        .where(address + ", " + path)
        .found(answer.statusCode() + " " + body.substring(0, Math.min(QUOTED, body.length())))
        .mend(
            answer.statusCode() == 401 || answer.statusCode() == 403
                ? "set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN"
                : "see whether an MLflow server answers at this address");
  }
}
