package dev.platen.storage.http;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.Storage;
import dev.platen.storage.StorageProvider;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google Cloud Storage by its JSON interface; an object appears whole.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1/objects">Objects</a>
 */
public final class GoogleStorage implements StorageProvider {
  private static final Pattern PLACE = Pattern.compile("(?i)gs://([^/]+)/(.+)");
  private static final String SERVER = "https://storage.googleapis.com";
  private static final String ACCESS = "the account needs storage.objects.get and .create there";

  @Override
  public Set<String> schemes() {
    return Set.of("gs");
  }

  @Override
  public Storage open(Map<String, String> env, Clock clock) {
    HttpCaller caller = new HttpCaller(env);
    String emulator = env.getOrDefault("STORAGE_EMULATOR_HOST", "");
    if (emulator.isEmpty()) {
      return new Opened(caller, SERVER, Optional.of(new GoogleTokens(env, caller, clock)));
    }
    return new Opened(
        caller, emulator.contains("://") ? emulator : "http://" + emulator, Optional.empty());
  }

  private record Opened(HttpCaller caller, String server, Optional<GoogleTokens> tokens)
      implements Storage {
    @Override
    public byte[] read(String place) throws InterruptedException {
      Matcher parts = parts(place);
      HttpRequest.Builder request =
          Address.request(
                  "%s/storage/v1/b/%s/o/%s?alt=media"
                      .formatted(server, parts.group(1), Address.part(parts.group(2))))
              .GET();
      return caller.call(authorized(request), HttpFaults.reading(place, ACCESS)).body();
    }

    @Override
    public void write(String place, byte[] content) throws InterruptedException {
      Matcher parts = parts(place);
      HttpRequest.Builder request =
          Address.request(
                  "%s/upload/storage/v1/b/%s/o?uploadType=media&name=%s"
                      .formatted(server, parts.group(1), Address.part(parts.group(2))))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofByteArray(content));
      var unused = caller.call(authorized(request), HttpFaults.writing(place, ACCESS));
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request)
        throws InterruptedException {
      return tokens.isPresent()
          ? request.header("Authorization", "Bearer " + tokens.get().token())
          : request;
    }

    private static Matcher parts(String place) {
      Matcher parts = PLACE.matcher(place);
      if (!parts.matches()) {
        throw Fault.of(FaultKind.STORAGE_MISSING, "that is no object of Google Cloud Storage")
            .where(place)
            .mend("write it as gs://BUCKET/PATH/notebook.ipynb");
      }
      return parts;
    }
  }
}
