package dev.platen.storage.http;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.Storage;
import dev.platen.storage.StorageProvider;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web servers: GET and PUT, as papermill does it. A file that GitHub shows at {@code
 * https://github.com/ORG/REPO/blob/REF/PATH} is read through its interface for programs.
 */
public final class WebStorage implements StorageProvider {
  private static final String ACCESS =
      "a user and a password can be given as https://USER:PASSWORD@host/…";
  private static final Pattern GITHUB =
      Pattern.compile("https?://(?:www\\.)?github\\.com/([^/]+)/([^/]+)/blob/([^/]+)/([^?#]+).*");
  private static final String GITHUB_ACCESS =
      "put a token that may read it into GITHUB_ACCESS_TOKEN";

  @Override
  public Set<String> schemes() {
    return Set.of("http", "https");
  }

  @Override
  public Storage open(Map<String, String> env, Clock clock) {
    return over(new HttpCaller(env), env);
  }

  static Storage over(HttpCaller caller, Map<String, String> env) {
    return new Opened(caller, env);
  }

  private record Opened(HttpCaller caller, Map<String, String> env) implements Storage {
    @Override
    public byte[] read(String place) throws InterruptedException {
      Matcher github = GITHUB.matcher(place);
      return github.matches() ? gitHub(place, github) : web(place);
    }

    private byte[] web(String place) throws InterruptedException {
      HttpRequest.Builder request =
          Address.request(place).header("Accept", "application/json, */*;q=0.5").GET();
      return caller.call(request, HttpFaults.reading(place, ACCESS)).body();
    }

    /**
     * The file's own bytes.
     *
     * @see <a href="https://docs.github.com/en/rest/repos/contents">Repository contents</a>
     */
    private byte[] gitHub(String place, Matcher parts) throws InterruptedException {
      String server = env.getOrDefault("GITHUB_API_URL", "https://api.github.com");
      HttpRequest.Builder request =
          Address.request(
                  "%s/repos/%s/%s/contents/%s?ref=%s"
                      .formatted(
                          server, parts.group(1), parts.group(2), parts.group(4), parts.group(3)))
              .header("Accept", "application/vnd.github.raw+json")
              .GET();
      String token = env.getOrDefault("GITHUB_ACCESS_TOKEN", "");
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      return caller.call(request, HttpFaults.reading(place, GITHUB_ACCESS)).body();
    }

    @Override
    public void write(String place, byte[] content) throws InterruptedException {
      if (GITHUB.matcher(place).matches()) {
        throw Fault.of(FaultKind.STORAGE_DENIED, "GitHub takes no files this way")
            .where(place)
            .mend("write the notebook to a file, and commit it");
      }
      HttpRequest.Builder request =
          Address.request(place)
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
      var unused = caller.call(request, HttpFaults.writing(place, ACCESS));
    }
  }
}
