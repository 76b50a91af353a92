package dev.platen.storage.http;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.storage.Storage;
import dev.platen.storage.StorageProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HDFS by WebHDFS, without Kerberos. A file is written beside its place and renamed, so that it
 * appears whole.
 *
 * @see <a
 *     href="https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/WebHDFS.html">WebHDFS</a>
 */
public final class HadoopStorage implements StorageProvider {
  /** The name node's web address, where it isn't port 9870 of the host in the place. */
  static final String ADDRESS = "PLATEN_WEBHDFS";

  private static final Pattern PLACE = Pattern.compile("(?i)hdfs://([^/:]*)(?::\\d+)?(/.+)");
  private static final String ACCESS =
      "HADOOP_USER_NAME names the user; with Kerberos use 'hdfs dfs -get' and '-put' instead";

  @Override
  public Set<String> schemes() {
    return Set.of("hdfs");
  }

  @Override
  public Storage open(Map<String, String> env, Clock clock) {
    return new Opened(new HttpCaller(env), env);
  }

  private record Opened(HttpCaller caller, Map<String, String> env) implements Storage {
    @Override
    public byte[] read(String place) throws InterruptedException {
      return caller
          .call(
              Address.request(address(place, path(place), "OPEN")).GET(),
              HttpFaults.reading(place, ACCESS))
          .body();
    }

    @Override
    public void write(String place, byte[] content) throws InterruptedException {
      HttpFaults faults = HttpFaults.writing(place, ACCESS);
      String path = path(place);
      int name = path.lastIndexOf('/') + 1;
      String part = path.substring(0, name) + "." + path.substring(name) + ".part";
      HttpRequest.Builder create =
          Address.request(address(place, part, "CREATE") + "&overwrite=true&noredirect=true")
              .PUT(HttpRequest.BodyPublishers.noBody());
      URI dataNode = dataNode(caller.call(create, faults), place);
      caller.call(
          Address.request(dataNode.toString())
              .header("Content-Type", "application/octet-stream")
              .PUT(HttpRequest.BodyPublishers.ofByteArray(content)),
          faults);
      caller.call(
          Address.request(
                  address(place, part, "RENAME")
                      + "&renameoptions=OVERWRITE&destination="
                      + Address.part(path))
              .PUT(HttpRequest.BodyPublishers.noBody()),
          faults);
    }

    private static URI dataNode(HttpResponse<byte[]> answer, String place) {
      String found = new String(answer.body(), StandardCharsets.UTF_8);
      String location = "";
      try {
        location = JsonReader.read(found) instanceof JsonObject said ? said.text("Location") : "";
      } catch (JsonSyntaxException e) {
        // Said below.
      }
      return Address.resolved(answer.uri(), location)
          .orElseThrow(
              () ->
                  Fault.of(FaultKind.STORAGE_MISSING, "the name node doesn't say where to write")
                      .where(place)
                      .found(found.isBlank() ? "an empty answer" : found.strip())
                      .mend(
                          "see whether WebHDFS answers there; %s names another"
                              .formatted(ADDRESS)));
    }

    private static String path(String place) {
      Matcher parts = PLACE.matcher(place);
      if (!parts.matches()) {
        throw Fault.of(FaultKind.STORAGE_MISSING, "that is no file of HDFS")
            .where(place)
            .mend("write it as hdfs://NAMENODE/PATH/notebook.ipynb");
      }
      return parts.group(2);
    }

    private String address(String place, String path, String operation) {
      Matcher parts = PLACE.matcher(place);
      String host = parts.matches() ? parts.group(1) : "";
      String server = env.getOrDefault(ADDRESS, "http://" + host + ":9870");
      if (host.isEmpty() && !env.containsKey(ADDRESS)) {
        throw Fault.of(FaultKind.STORAGE_MISSING, "no name node")
            .where(place)
            .mend("write it as hdfs://NAMENODE/…, or set " + ADDRESS + "=http://NAMENODE:9870");
      }
      String user = env.getOrDefault("HADOOP_USER_NAME", env.getOrDefault("USER", ""));
      return server.replaceFirst("/$", "")
          + "/webhdfs/v1"
          + Address.part(path).replace("%2F", "/")
          + "?op="
          + operation
          + (user.isEmpty() ? "" : "&user.name=" + Address.part(user));
    }
  }
}
