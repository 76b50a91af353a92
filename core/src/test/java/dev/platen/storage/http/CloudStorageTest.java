package dev.platen.storage.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.storage.Storage;
import dev.platen.storage.Storages;
import dev.platen.testkit.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the clouds' stores, at a server that only looks. */
class CloudStorageTest {
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_000), ZoneOffset.UTC);

  @TempDir private Path dir;
  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private static Storage storage(String place, Map<String, String> env) {
    return new Storages(env, CLOCK).of(place);
  }

  private TestServer.Asked asked(int index) {
    return server.asked().get(index);
  }

  @Test
  void googlesObjectsAreReadAndWritten() throws InterruptedException {
    String place = "gs://bucket/dir/ü x.ipynb";
    Storage google = storage(place, Map.of("STORAGE_EMULATOR_HOST", server.host()));
    server.answering("/upload/storage/v1/b/bucket/o", "{}");
    server.put("/storage/v1/b/bucket/o/dir%2F%C3%BC%20x.ipynb", "content");
    google.write(place, "sent".getBytes(UTF_8));
    assertThat(google.read(place)).asString(UTF_8).isEqualTo("content");
    assertThat(asked(0).method()).isEqualTo("POST");
    assertThat(asked(0).query()).isEqualTo("uploadType=media&name=dir%2F%C3%BC%20x.ipynb");
    assertThat(asked(0).body()).isEqualTo("sent");
    assertThat(asked(1).query()).isEqualTo("alt=media");
  }

  private static JsonObject part(String text) throws JsonSyntaxException {
    return (JsonObject) JsonReader.read(Base64.getUrlDecoder().decode(text));
  }

  @Test
  void aServiceAccountSignsWhoItIs()
      throws GeneralSecurityException, IOException, InterruptedException, JsonSyntaxException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"
            .formatted(Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    String account =
        "{\"type\": \"service_account\", \"client_email\": \"me@x\", \"token_uri\": \"%s\", \"private_key\": \"%s\"}"
            .formatted(server.url("/token"), pem);
    Path file = Files.writeString(dir.resolve("key.json"), account);
    server.answering("/token", "{\"access_token\": \"given\"}");
    Map<String, String> env = Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString());
    assertThat(new GoogleTokens(env, new HttpCaller(env), CLOCK).token()).isEqualTo("given");

    String[] parts =
        asked(0).body().replaceFirst("&.*", "").substring("assertion=".length()).split("\\.");
    assertThat(part(parts[0]).text("alg")).isEqualTo("RS256");
    JsonObject claim = part(parts[1]);
    assertThat(claim.text("iss")).isEqualTo("me@x");
    assertThat(claim.text("aud")).isEqualTo(server.url("/token"));
    assertThat(claim.integer("exp")).contains(4_600L);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void aUserAndAMachineHaveTokensToo() throws IOException, InterruptedException {
    Path file = dir.resolve("application_default_credentials.json");
    Files.writeString(
        file,
        "{\"type\": \"authorized_user\", \"client_id\": \"c\", \"client_secret\": \"s\", \"refresh_token\": \"r/1\", \"token_uri\": \"%s\"}"
            .formatted(server.url("/token")));
    server.answering("/token", "{\"access_token\": \"user's\"}");
    Map<String, String> env = Map.of("CLOUDSDK_CONFIG", dir.toString());
    assertThat(new GoogleTokens(env, new HttpCaller(env), CLOCK).token()).isEqualTo("user's");
    assertThat(asked(0).body())
        .isEqualTo("client_id=c&client_secret=s&grant_type=refresh_token&refresh_token=r%2F1");

    server.answering(
        "/computeMetadata/v1/instance/service-accounts/default/token",
        "{\"access_token\": \"machine's\"}");
    Map<String, String> machine =
        Map.of("CLOUDSDK_CONFIG", "/nowhere", "GCE_METADATA_HOST", server.host());
    assertThat(new GoogleTokens(machine, new HttpCaller(machine), CLOCK).token())
        .isEqualTo("machine's");
    assertThat(asked(1).header("Metadata-flavor")).isEqualTo("Google");
  }

  @Test
  void azuresBlobsAreReadAndWrittenWithASignature() throws InterruptedException {
    String place = "abs://" + server.host() + "/container/dir/out.ipynb?sv=1&sig=a%2Fb";
    Storage azure = storage(place, Map.of());
    azure.write(place, "sent".getBytes(UTF_8));
    assertThat(azure.read(place)).asString(UTF_8).isEqualTo("sent");
    assertThat(asked(0).path()).isEqualTo("/container/dir/out.ipynb");
    assertThat(asked(0).query()).isEqualTo("sv=1&sig=a%2Fb");
    assertThat(asked(0).header("X-ms-blob-type")).isEqualTo("BlockBlob");
    assertThat(asked(1).header("X-ms-version")).isEqualTo("2021-08-06");
    assertThat(asked(1).header("Authorization")).isEmpty();
  }

  @Test
  void azuresServicePrincipalGetsAToken() throws InterruptedException {
    String place = "abs://" + server.host() + "/container/in.ipynb";
    server.put("/container/in.ipynb", "content");
    server.answering("/tenant/oauth2/v2.0/token", "{\"access_token\": \"given\"}");
    Map<String, String> env =
        Map.of(
            "AZURE_TENANT_ID", "tenant",
            "AZURE_CLIENT_ID", "client",
            "AZURE_CLIENT_SECRET", "s+1",
            "AZURE_AUTHORITY_HOST", server.url("/"));
    assertThat(storage(place, env).read(place)).asString(UTF_8).isEqualTo("content");
    assertThat(asked(0).body()).contains("client_secret=s%2B1&grant_type=client_credentials");
    assertThat(asked(1).header("Authorization")).isEqualTo("Bearer given");
    Fault fault = catchThrowableOfType(Fault.class, () -> storage(place, Map.of()).read(place));
    assertThat(fault.describe()).contains("no credentials for Azure").contains("AZURE_TENANT_ID");
  }

  @Test
  void hadoopsFilesAreWrittenBesideAndRenamed() throws InterruptedException {
    String place = "hdfs://namenode:8020/dir/out.ipynb";
    Storage hadoop =
        storage(place, Map.of("PLATEN_WEBHDFS", server.url("/"), "HADOOP_USER_NAME", "me"));
    server.answering(
        "/webhdfs/v1/dir/.out.ipynb.part", "{\"Location\": \"" + server.url("/data") + "\"}");
    server.put("/webhdfs/v1/dir/out.ipynb", "content");
    hadoop.write(place, "sent".getBytes(UTF_8));
    assertThat(server.content("/data")).isEqualTo("sent");
    assertThat(asked(0).query()).isEqualTo("op=CREATE&user.name=me&overwrite=true&noredirect=true");
    assertThat(asked(2).query())
        .isEqualTo("op=RENAME&user.name=me&renameoptions=OVERWRITE&destination=%2Fdir%2Fout.ipynb");
    assertThat(hadoop.read(place)).asString(UTF_8).isEqualTo("content");
    server.answering("/webhdfs/v1/dir/.out.ipynb.part", "{\"Location\": \"/near\"}");
    hadoop.write(place, "again".getBytes(UTF_8));
    assertThat(server.content("/near")).isEqualTo("again");
  }

  @Test
  void aNameNodeThatNamesNoPlaceIsSaid() {
    String place = "hdfs://namenode/out.ipynb";
    Storage hadoop = storage(place, Map.of("PLATEN_WEBHDFS", server.url("")));
    for (String answer : List.of("<html>", "{}", "{\"Location\": \"http:\"}")) {
      server.answering("/webhdfs/v1/.out.ipynb.part", answer);
      Fault fault = catchThrowableOfType(Fault.class, () -> hadoop.write(place, new byte[0]));
      assertThat(fault.describe())
          .contains("the name node doesn't say where to write")
          .contains("found: " + answer)
          .contains("PLATEN_WEBHDFS");
    }
  }

  @Test
  void aStoreThatIsGoneIsNamed() {
    Fault fault = catchThrowableOfType(Fault.class, () -> storage("adl://s/x.ipynb", Map.of()));
    assertThat(fault.describe()).contains("no storage for adl://").contains("abs://");
  }
}
