package dev.platen.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.storage.Storage;
import dev.platen.testkit.TestEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.gaul.s3proxy.Main;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The module, and the program with it, against S3Proxy, which refuses what is wrongly signed. */
class S3IT {
  private static final String KEY = "test-key";
  private static final String SECRET = "test-secret";
  private static final int LEAST_PART = 5 << 20;

  @TempDir private static Path shared;
  @TempDir private Path dir;

  private static String endpoint = "";

  @BeforeAll
  static void startServer() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      endpoint = "http://127.0.0.1:" + free.getLocalPort();
    }
    Path properties =
        Files.writeString(
            shared.resolve("s3proxy.properties"),
            """
            s3proxy.endpoint=%s
            s3proxy.authorization=aws-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=transient-nio2
            jclouds.identity=any
            jclouds.credential=any
            """
                .formatted(endpoint, KEY, SECRET));
    Main.main(new String[] {"--properties", properties.toString()});
    client(SECRET).createBucket(bucket -> bucket.bucket("bucket"));
  }

  private static S3Client client(String secret) {
    return S3StorageProvider.client(
        Map.of("BOTO3_ENDPOINT_URL", endpoint),
        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, secret)));
  }

  private static Storage storage(String secret) {
    return new S3Storage(() -> client(secret), null, LEAST_PART);
  }

  private static void put(String key, byte[] content) {
    var unused =
        client(SECRET)
            .putObject(put -> put.bucket("bucket").key(key), RequestBody.fromBytes(content));
  }

  /** The jar as users start it, with this module beside it. */
  private String papermill(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + dir);
    Path root = TestEnvironment.root();
    command.addAll(List.of("-jar", root.resolve("cli/target/platen.jar").toString(), "papermill"));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(shared, "said-", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(dir.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    Map<String, String> env = new LinkedHashMap<>();
    env.put("PATH", System.getenv("PATH"));
    env.put("HOME", shared.toString());
    env.put("LC_ALL", "C.UTF-8");
    env.put("VIRTUAL_ENV", TestEnvironment.pythonPrefix().toString());
    env.put("PLATEN_PLUGINS", root.resolve("s3/target/platen-s3.jar").toString());
    env.put("BOTO3_ENDPOINT_URL", endpoint);
    env.put("AWS_ACCESS_KEY_ID", KEY);
    env.put("AWS_SECRET_ACCESS_KEY", SECRET);
    builder.environment().clear();
    builder.environment().putAll(env);
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(said);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static byte[] notebook() {
    return """
        {"cells": [{"cell_type": "code", "id": "one", "execution_count": null, "outputs": [],
          "metadata": {"tags": ["parameters"]}, "source": "a = 1"},
         {"cell_type": "code", "id": "two", "execution_count": null, "outputs": [],
          "metadata": {}, "source": "print('a is', a)"}],
         "metadata": {"kernelspec": {"name": "python3", "display_name": "python3", "language": "python"}},
         "nbformat": 4, "nbformat_minor": 5}
        """
        .getBytes(UTF_8);
  }

  @Test
  void aNotebookGoesFromBucketToBucket() throws IOException, InterruptedException {
    put("in/report.ipynb", notebook());
    String said =
        papermill("s3://bucket/in/report.ipynb", "s3n://bucket/out_{a}.ipynb", "-pa", "7");
    assertThat(said).startsWith("Input Notebook:  s3://bucket/in/report.ipynb\n");
    assertThat(said).doesNotContain("SLF4J").doesNotContain("WARN");
    assertThat(storage(SECRET).read("s3://bucket/out_7.ipynb")).asString(UTF_8).contains("a is 7");
    try (var left = Files.list(dir)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aWrongSecretIsRefused() {
    String place = "s3://bucket/never.ipynb";
    Fault fault =
        catchThrowableOfType(Fault.class, () -> storage("wrong").write(place, notebook()));
    assertThat(fault.describe())
        .startsWith("error: can't write 'never.ipynb'\n  where: s3://bucket/never.ipynb\n")
        .contains(
            "  found: S3's answer: 403, SignatureDoesNotMatch\n  mend:  check the credentials")
        .doesNotContain("wrong");
    Fault missing = catchThrowableOfType(Fault.class, () -> storage(SECRET).read(place));
    assertThat(missing.describe()).contains("S3's answer: 404, NoSuchKey");
  }

  @Test
  void whatIsLargeGoesInParts() throws InterruptedException {
    byte[] large = new byte[2 * LEAST_PART + 12_345];
    new Random(1).nextBytes(large);
    storage(SECRET).write("s3://bucket/large.ipynb", large);
    assertThat(storage(SECRET).read("s3://bucket/large.ipynb")).isEqualTo(large);
    assertThat(client(SECRET).headObject(o -> o.bucket("bucket").key("large.ipynb")).eTag())
        .endsWith("-3\"");
    assertThat(client(SECRET).listMultipartUploads(o -> o.bucket("bucket")).uploads()).isEmpty();
  }

  @Test
  void whatIsPackedIsUnpacked() throws IOException, InterruptedException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(notebook());
    }
    put("in.ipynb.gz", packed.toByteArray());
    assertThat(storage(SECRET).read("s3://bucket/in.ipynb.gz")).isEqualTo(notebook());
  }

  @ParameterizedTest
  @CsvSource({
    "s3://nosuch/in.ipynb,  'S3''s answer: 404, NoSuchBucket'",
    "s3://bucket,           write it as s3://BUCKET/PATH"
  })
  void whatIsNotThereIsSaid(String place, String found) {
    Fault fault = catchThrowableOfType(Fault.class, () -> storage(SECRET).read(place));
    assertThat(fault.describe()).contains(found).contains("mend: ").doesNotContain("Exception");
  }
}
