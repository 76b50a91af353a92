package dev.platen.parameter;

import dev.platen.PythonOracle;
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

/** Values as Python and these tests can both tell them apart, and programs that answer in JSON. */
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
    Path inputFile = Files.createTempFile("platen-python", ".input");
    try {
      Files.writeString(inputFile, input);
      String python = PythonOracle.interpreter().toString();
      return JsonReader.read(
          PythonOracle.run(List.of(python, "-I", "-c", program, inputFile.toString())));
    } finally {
      Files.delete(inputFile);
    }
  }
}
