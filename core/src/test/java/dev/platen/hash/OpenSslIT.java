package dev.platen.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL as the newest Java here reaches it; the tests themselves run on the oldest. */
class OpenSslIT {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final int FIRST = 22;
  private static final byte[] KEY =
      "a key for a test, ".repeat(30).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path dir;

  /** In the newest Java: says whether OpenSSL is there, what it hashes a file to, and signs. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    boolean early = OpenSsl.ifLoaded().isPresent();
    System.out.println(OpenSsl.find().isPresent() && !early);
    System.out.println(new Sha256(0).hash(file));
    System.out.println(signatures(Files.readAllBytes(file)));
  }

  /** By keys shorter and longer than a block, of all in two parts, and of the first ten bytes. */
  private static String signatures(byte[] bytes) {
    int half = bytes.length / 2;
    List<byte[]> parts =
        List.of(Arrays.copyOf(bytes, half), Arrays.copyOfRange(bytes, half, bytes.length));
    return Stream.of(16, 64, 65, 500)
        .map(length -> new HmacSha256(Arrays.copyOf(KEY, length)))
        .map(hmac -> hmac.sign(parts) + " " + hmac.sign(List.of(Arrays.copyOf(bytes, 10))))
        .collect(Collectors.joining(" "));
  }

  private static Path newestJava() throws IOException {
    Path best = Path.of(System.getProperty("java.home"));
    int version = Runtime.version().feature();
    try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
      for (Path home : homes.filter(home -> Files.exists(home.resolve("release"))).toList()) {
        Matcher release = VERSION.matcher(Files.readString(home.resolve("release")));
        if (release.find() && Integer.parseInt(release.group(1)) > version) {
          best = home;
          version = Integer.parseInt(release.group(1));
        }
      }
    }
    assertThat(version).as("a Java that has java.lang.foreign").isGreaterThanOrEqualTo(FIRST);
    return best.resolve("bin/java");
  }

  private String ran(Path file, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(newestJava().toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OpenSslIT.class.getName(), file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  @Test
  void itHashesAsJavaDoes() throws Exception {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(dir.resolve("file"), bytes);
    assertThat(ran(file, "--enable-native-access=ALL-UNNAMED"))
        .isEqualTo("true\n" + Sha256.of(bytes) + "\n" + signatures(bytes));
  }

  @Test
  void itIsntUsedWhereJavaWouldWarn() throws Exception {
    byte[] bytes = new byte[5000];
    Path file = Files.write(dir.resolve("file"), bytes);
    assertThat(ran(file)).isEqualTo("false\n" + Sha256.of(bytes) + "\n" + signatures(bytes));
  }
}
