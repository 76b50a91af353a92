package dev.platen.cli;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.kernel.Secrets;
import dev.platen.storage.StorageFaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Passwords and tokens that the notebook's code needs. */
final class SecretFlags {
  /** What is shorter stands in other texts too, which would be masked with it. */
  private static final int SHORTEST = 4;

  private static final String WAYS = "--secret NAME, --secret NAME=@FILE, or --secret NAME=-";

  @Option(
      names = "--secret",
      paramLabel = "NAME[=@FILE|=-]",
      description =
          "Give the kernel a variable of Platen's environment, a file's content, or (-) standard input as the variable"
              + " NAME, and put **** for its value in all that is kept and shown.")
  private List<String> given = List.of();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /**
   * Those of the command line.
   *
   * @throws Fault {@code USAGE}, {@code PARAMETER_INVALID} or a storage fault; it never holds a
   *     value
   */
  Secrets secrets(Map<String, String> env) {
    if (given.isEmpty()) {
      return Secrets.of(Map.of());
    }
    List<String> line = line();
    if (line.contains("-") && given.stream().anyMatch(each -> each.endsWith("=-"))) {
      throw Fault.of(FaultKind.USAGE, "a secret and a notebook can't both be standard input")
          .where("--secret NAME=-, and -")
          .mend("give the secret by its variable or its file: " + WAYS);
    }
    Secrets secrets = Secrets.of(values(env));
    for (String argument : line) {
      if (secrets.heldIn(argument).isPresent()) {
        throw Fault.of(FaultKind.PARAMETER_INVALID, "a secret's value stands on the command line")
            .where("the secret " + secrets.heldIn(argument).get() + ", in an argument")
            .found("a value, which would be in paths, logs and every list of processes")
            .mend("leave it out; the code reads the variable from its environment");
      }
    }
    return secrets;
  }

  /** All of the command line, as it was typed. */
  private List<String> line() {
    return Objects.requireNonNull(command).root().commandLine().getParseResult().originalArgs();
  }

  private Map<String, String> values(Map<String, String> env) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String each : given) {
      int equals = each.indexOf('=');
      String name = equals < 0 ? each : each.substring(0, equals);
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
        throw Fault.of(FaultKind.USAGE, "that can't be a variable's name")
            .where("--secret " + name)
            .mend("letters, digits and underscores: " + WAYS);
      }
      values.put(name, checked(name, value(name, equals < 0 ? "" : each.substring(equals), env)));
    }
    return values;
  }

  private static String value(String name, String source, Map<String, String> env) {
    if (source.isEmpty()) {
      String value = env.get(name);
      if (value == null) {
        throw Fault.of(FaultKind.PARAMETER_INVALID, "no secret '" + name + "'")
            .where("--secret " + name)
            .found("no such variable in the environment")
            .mend("export it first, or give its file: --secret " + name + "=@FILE");
      }
      return value;
    }
    if (source.equals("=-")) {
      return read(name, "standard input");
    }
    if (source.startsWith("=@")) {
      return read(name, source.substring(2));
    }
    throw Fault.of(FaultKind.USAGE, "a secret's value doesn't belong on the command line")
        .where("--secret " + name + "=…")
        .found("a value, which every user of this machine can see while the command runs")
        .mend(WAYS);
  }

  /** Without the line break at its end, which editors and echo put there. */
  private static String read(String name, String place) {
    boolean isFile = !place.equals("standard input");
    try {
      byte[] bytes = isFile ? Files.readAllBytes(Path.of(place)) : System.in.readAllBytes();
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replaceFirst("\\R$", "");
    } catch (CharacterCodingException e) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "the secret '" + name + "' is no UTF-8 text")
          .where(place)
          .mend("give text; base64 makes text of bytes");
    } catch (IOException e) {
      throw StorageFaults.reading(Path.of(place), e);
    }
  }

  private static String checked(String name, String value) {
    if (value.length() < SHORTEST || value.indexOf('\0') >= 0) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, "the secret '" + name + "' can't be kept")
          .where("--secret " + name)
          .found(
              value.length() + " letters" + (value.indexOf('\0') >= 0 ? ", a NUL among them" : ""))
          .mend("give at least " + SHORTEST + ": what is shorter stands in other texts too");
    }
    return value;
  }
}
