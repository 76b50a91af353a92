package dev.platen.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.study.Claims.Claim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {
  /** Another driver: holds a claim until its standard input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
      try (Claims claims = Claims.open(Path.of(args[0]));
          Claim claim = claims.tryClaim(args[1]).orElseThrow()) {
        System.out.println("held " + claim.lock().isValid());
        while (System.in.read() >= 0) {
          // Nothing is written to it.
        }
      }
    }
  }

  @TempDir private Path dir;

  @Test
  void oneOfTwoGetsATrialUntilItIsFreed() {
    try (Claims claims = Claims.open(dir.resolve("claims"))) {
      Claim claim = claims.tryClaim("hidden=8").orElseThrow();
      assertThat(claims.tryClaim("hidden=8")).isEmpty();
      try (Claim other = claims.tryClaim("hidden=16").orElseThrow()) {
        assertThat(other.lock().isValid()).isTrue();
      }
      claim.close();
      Optional<Claim> again = claims.tryClaim("hidden=8");
      assertThat(again).isPresent();
      again.get().close();
    }
  }

  @Test
  void anotherProcessKeepsItsTrialAndLosesItWithItsLife() throws Exception {
    Path file = dir.resolve("claims");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                file.toString(),
                "hidden=8")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said =
            new BufferedReader(
                new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        Claims claims = Claims.open(file)) {
      assertThat(said.readLine()).isEqualTo("held true");
      assertThat(claims.tryClaim("hidden=8")).isEmpty();
      assertThat(claims.tryClaim("hidden=16")).isPresent();
      holder.destroyForcibly();
      assertThat(holder.waitFor()).isNotZero();
      assertThat(claims.tryClaim("hidden=8")).isPresent();
    } finally {
      holder.destroyForcibly();
    }
  }
}
