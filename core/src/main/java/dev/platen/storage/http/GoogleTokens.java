package dev.platen.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Google's application default credentials: the file of {@code GOOGLE_APPLICATION_CREDENTIALS}, the
 * one that {@code gcloud} keeps, or the machine's own account.
 *
 * @see <a href="https://cloud.google.com/docs/authentication/application-default-credentials">How
 *     they work</a>
 */
final class GoogleTokens {
  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";
  private static final String MEND =
      "run 'gcloud auth application-default login', or let GOOGLE_APPLICATION_CREDENTIALS name a key's file";

  /** Google allows an hour. */
  private static final int SECONDS = 3600;

  private final Map<String, String> env;
  private final HttpCaller caller;
  private final Clock clock;

  GoogleTokens(Map<String, String> env, HttpCaller caller, Clock clock) {
    this.env = env;
    this.caller = caller;
    this.clock = clock;
  }

  /** A new one for each request: they are few, and none is ever too old. */
  String token() throws InterruptedException {
    Optional<Path> file = file();
    if (file.isEmpty()) {
      return ofMachine();
    }
    JsonObject account = read(file.get());
    String type = account.text("type");
    return switch (type) {
      case "service_account" -> ofService(account, file.get());
      case "authorized_user" -> ofUser(account, file.get());
      default ->
          throw Fault.of(FaultKind.STORAGE_DENIED, "these credentials aren't understood")
              .where(file.get().toString())
              .found("type '" + type + "'")
              .mend("use those of a service account or of a user; " + MEND);
    };
  }

  private Optional<Path> file() {
    String named = env.getOrDefault("GOOGLE_APPLICATION_CREDENTIALS", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    String home = env.getOrDefault("HOME", "");
    Path config = Path.of(env.getOrDefault("CLOUDSDK_CONFIG", home + "/.config/gcloud"));
    return Optional.of(config.resolve("application_default_credentials.json"))
        .filter(Files::isRegularFile);
  }

  private static JsonObject read(Path file) {
    try {
      return Answers.object(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw StorageFaults.reading(file, e);
    }
  }

  /** With a signed statement that we are it. */
  private String ofService(JsonObject account, Path file) throws InterruptedException {
    long now = clock.instant().getEpochSecond();
    String server = account.string("token_uri").orElse("https://oauth2.googleapis.com/token");
    JsonObject claim =
        JsonObject.build(
            o ->
                o.put("iss", account.text("client_email"))
                    .put("scope", SCOPE)
                    .put("aud", server)
                    .put("iat", now)
                    .put("exp", now + SECONDS));
    JsonObject header = JsonObject.build(o -> o.put("alg", "RS256").put("typ", "JWT"));
    String signed =
        base64(JsonWriter.compactBytes(header)) + "." + base64(JsonWriter.compactBytes(claim));
    String assertion = signed + "." + base64(signature(signed, account.text("private_key"), file));
    return Answers.token(
        caller,
        server,
        Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion),
        MEND);
  }

  private static byte[] signature(String text, String pem, Path file) {
    try {
      String key = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))));
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw Fault.of(FaultKind.STORAGE_DENIED, "the service account's key can't be used")
          .where(file + ", private_key")
          .mend("download the key again; " + MEND)
          .cause(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String ofUser(JsonObject account, Path file) throws InterruptedException {
    return Answers.token(
        caller,
        account.string("token_uri").orElse("https://oauth2.googleapis.com/token"),
        Map.of(
            "grant_type", "refresh_token",
            "client_id", account.text("client_id"),
            "client_secret", account.text("client_secret"),
            "refresh_token", account.text("refresh_token")),
        MEND + " (" + file + " may be too old)");
  }

  private String ofMachine() throws InterruptedException {
    String server =
        "http://"
            + env.getOrDefault("GCE_METADATA_HOST", "metadata.google.internal")
            + "/computeMetadata/v1/instance/service-accounts/default/token";
    try {
      HttpRequest.Builder request =
          Address.request(server).header("Metadata-Flavor", "Google").GET();
      byte[] answer = caller.call(request, HttpFaults.reading(server, MEND)).body();
      return Answers.object(answer, server).text("access_token");
    } catch (Fault fault) {
      throw Fault.of(FaultKind.STORAGE_DENIED, "no credentials for Google Cloud Storage")
          .where("GOOGLE_APPLICATION_CREDENTIALS, gcloud's own file, the machine's account")
          .found("none of them")
          .mend(MEND)
          .cause(fault);
    }
  }
}
