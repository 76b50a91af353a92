package dev.platen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.kernel.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

class SecretFlagsTest {
  private static final Map<String, String> ENV =
      Map.of("TOKEN", "from the environment", "S", "abc");

  @TempDir private Path dir;

  private static Secrets secrets(String... arguments) {
    Any command = new Any();
    new CommandLine(command).parseArgs(arguments);
    return command.flags.secrets(ENV);
  }

  @Command
  private static final class Any {
    @Mixin private SecretFlags flags = new SecretFlags();

    @Parameters(arity = "0..*")
    private List<String> paths = List.of();
  }

  @Test
  void theyComeFromTheEnvironmentAndFromFiles() throws IOException {
    Path file = Files.writeString(dir.resolve("key"), "first\nsecond\n");
    assertThat(secrets("--secret", "TOKEN", "--secret", "KEY=@" + file).env())
        .isEqualTo(Map.of("TOKEN", "from the environment", "KEY", "first\nsecond"));
  }

  @Test
  void aValueThatStandsOnTheCommandLineIsRefused() {
    Fault fault =
        catchThrowableOfType(
            Fault.class, () -> secrets("in.ipynb", "o_from the environment", "--secret", "TOKEN"));
    assertThat(fault.kind()).isEqualTo(FaultKind.PARAMETER_INVALID);
    assertThat(fault.describe()).contains("TOKEN").doesNotContain("from the environment");
  }

  @Test
  void standardInputIsOneThingOnly() {
    Fault fault = catchThrowableOfType(Fault.class, () -> secrets("-", "--secret", "K=-"));
    assertThat(fault.describe()).contains("can't both be standard input");
  }

  @ParameterizedTest
  @CsvSource({
    "NOWHERE,        PARAMETER_INVALID, no secret",
    "T=hidden words, USAGE,             a secret's value doesn't belong on the command line",
    "T=@nosuch.txt,  STORAGE_MISSING,   can't read 'nosuch.txt'",
    "1x,             USAGE,             that can't be a variable's name",
    "S,              PARAMETER_INVALID, the secret 'S' can't be kept"
  })
  void whatCannotBeKeptIsRefusedUnsaid(String argument, FaultKind kind, String what) {
    Fault fault = catchThrowableOfType(Fault.class, () -> secrets("--secret", argument));
    assertThat(fault.kind()).isEqualTo(kind);
    assertThat(fault.describe()).contains(what).contains("mend: ").doesNotContain("hidden");
  }
}
