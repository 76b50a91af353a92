package dev.platen.parameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonString;
import dev.platen.json.JsonSyntaxException;
import dev.platen.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tests' own Python, in {@code .venv-tests} at the repository's root. */
public final class PythonProcess {
  /**
   * The Python function {@code encoded}, the twin of {@link #encoded}: what a dict's order and keys
   * with lone surrogates, which our JSON can't read, would lose, lies in lists.
   */
  public static final String ENCODED =
      """
      import json
      def encoded(value):
          if isinstance(value, dict):
              return ['dict', *[[k, encoded(v)] for k, v in value.items()]]
          if isinstance(value, (list, tuple)):
              return ['list', *map(encoded, value)]
          return value
      """;

  private PythonProcess() {}

  /** The value as JSON, in which a map is a list of pairs. */
  public static JsonValue encoded(ParameterValue value) {
    List<JsonValue> parts = new ArrayList<>();
    if (value instanceof MapValue map) {
      parts.add(new JsonString("dict"));
      map.entries()
          .forEach((k, v) -> parts.add(new JsonArray(List.of(new JsonString(k), encoded(v)))));
      return new JsonArray(parts);
    } else if (value instanceof ListValue list) {
      parts.add(new JsonString("list"));
      list.values().forEach(v -> parts.add(encoded(v)));
      return new JsonArray(parts);
    }
    return value.toJson();
  }

  /**
   * Runs a program on an input file, whose path is its first argument.
   *
   * @return the JSON that it printed
   */
  public static JsonValue run(String program, String input)
      throws IOException, InterruptedException, JsonSyntaxException {
    Path folder = Files.createTempDirectory("platen-python");
    Path inputFile = folder.resolve("input");
    Path outputFile = folder.resolve("output");
    Path errorFile = folder.resolve("error");
    Files.writeString(inputFile, input);
    try {
      Process process =
          new ProcessBuilder(interpreter().toString(), "-I", "-c", program, inputFile.toString())
              .redirectOutput(outputFile.toFile())
              .redirectError(errorFile.toFile())
              .start();
      int exitCode = process.waitFor();
      assertThat(exitCode).as(Files.readString(errorFile, UTF_8)).isZero();
      return JsonReader.read(Files.readAllBytes(outputFile));
    } finally {
      Files.deleteIfExists(inputFile);
      Files.deleteIfExists(outputFile);
      Files.deleteIfExists(errorFile);
      Files.delete(folder);
    }
  }

  /** Its interpreter. */
  public static Path interpreter() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".git"))) {
      folder = folder.getParent();
      assertThat(folder).as("a folder with .git above the working directory").isNotNull();
    }
    Path python = folder.resolve(".venv-tests/bin/python");
    assertThat(python).as("the tests' Python").isExecutable();
    return python;
  }
}
