package dev.platen.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL as the newest Java here reaches it; the tests themselves run on the oldest. */
class OpenSslIT {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final int FIRST = 22;

  @TempDir private Path dir;

  /** In the newest Java: says whether OpenSSL is there, and what it hashes a file to. */
  public static void main(String[] args) throws IOException {
    System.out.println(OpenSsl.find().isPresent() + " " + new Sha256(0).hash(Path.of(args[0])));
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
        .isEqualTo("true " + Sha256.of(bytes));
  }

  @Test
  void itIsntUsedWhereJavaWouldWarn() throws Exception {
    Path file = Files.write(dir.resolve("file"), new byte[] {1, 2, 3});
    assertThat(ran(file)).isEqualTo("false " + Sha256.of(new byte[] {1, 2, 3}));
  }
}
