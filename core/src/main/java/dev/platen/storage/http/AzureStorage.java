package dev.platen.storage.http;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.PlaceText;
import dev.platen.storage.Storage;
import dev.platen.storage.StorageProvider;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azure's Blob Storage: {@code abs://ACCOUNT.blob.core.windows.net/CONTAINER/BLOB}, as papermill
 * writes it, with a shared access signature behind a question mark, or by a service principal of
 * the environment. A blob appears whole.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/put-blob">Put Blob</a>
 */
public final class AzureStorage implements StorageProvider {
  private static final Pattern PLACE = Pattern.compile("(?i)abs://([^/]+)/([^/]+/[^?]+)(\\?.*)?");
  private static final Pattern EMULATOR = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:.*)?");
  private static final String VERSION = "2021-08-06";
  private static final String ACCESS =
      "put a shared access signature behind it, '?sv=…&sig=…', or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET";

  @Override
  public Set<String> schemes() {
    return Set.of("abs");
  }

  @Override
  public Storage open(Map<String, String> env, Clock clock) {
    return new Opened(new HttpCaller(env), env);
  }

  private record Opened(HttpCaller caller, Map<String, String> env) implements Storage {
    @Override
    public byte[] read(String place) throws InterruptedException {
      return caller.call(request(place).GET(), HttpFaults.reading(place, ACCESS)).body();
    }

    @Override
    public void write(String place, byte[] content) throws InterruptedException {
      HttpRequest.Builder request =
          request(place)
              .header("x-ms-blob-type", "BlockBlob")
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofByteArray(content));
      var unused = caller.call(request, HttpFaults.writing(place, ACCESS));
    }

    private HttpRequest.Builder request(String place) throws InterruptedException {
      Matcher parts = PLACE.matcher(place);
      if (!parts.matches()) {
        throw Fault.of(FaultKind.STORAGE_MISSING, "that is no blob of Azure")
            .where(PlaceText.shown(place))
            .mend("write it as abs://ACCOUNT.blob.core.windows.net/CONTAINER/PATH/notebook.ipynb");
      }
      String query = parts.group(3) == null ? "" : parts.group(3);
      String scheme = EMULATOR.matcher(parts.group(1)).matches() ? "http://" : "https://";
      HttpRequest.Builder request =
          Address.request(scheme + parts.group(1) + "/" + parts.group(2) + query)
              .header("x-ms-version", VERSION);
      return query.contains("sig=")
          ? request
          : request.header("Authorization", "Bearer " + token(place));
    }

    /** Of a service principal, as in Azure's own libraries. */
    private String token(String place) throws InterruptedException {
      String tenant = env.getOrDefault("AZURE_TENANT_ID", "");
      String client = env.getOrDefault("AZURE_CLIENT_ID", "");
      String secret = env.getOrDefault("AZURE_CLIENT_SECRET", "");
      if (tenant.isEmpty() || client.isEmpty() || secret.isEmpty()) {
        throw Fault.of(FaultKind.STORAGE_DENIED, "no credentials for Azure")
            .where(PlaceText.shown(place))
            .found("no signature in the address, and no service principal in the environment")
            .mend(ACCESS);
      }
      String server = env.getOrDefault("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.com");
      return Answers.token(
          caller,
          server.replaceFirst("/$", "") + "/" + tenant + "/oauth2/v2.0/token",
          Map.of(
              "grant_type",
              "client_credentials",
              "client_id",
              client,
              "client_secret",
              secret,
              "scope",
              "https://storage.azure.com/.default"),
          "check AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET");
    }
  }
}
