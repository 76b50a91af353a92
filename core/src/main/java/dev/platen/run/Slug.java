package dev.platen.run;

import dev.platen.hash.Sha256;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.StringValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What varies in a run, as a folder's name: {@code hidden=32,lr=0.1}. Safe on every file system.
 */
public final class Slug {
  /** Bytes, so that the id and a file's name behind it fit everywhere. */
  static final int MAX_LENGTH = 80;

  private static final int HASH = 8;

  private Slug() {}

  /** The label, or else the parameters, or else the fallback, safe for a folder's name. */
  static String of(Optional<String> label, Parameters parameters, String fallback) {
    String text = label.orElseGet(() -> text(parameters));
    return safe(text.isEmpty() ? fallback : text);
  }

  /** The parameters as {@code name=value,name=value}; "" when there are none. */
  public static String text(Parameters parameters) {
    return parameters.values().entrySet().stream()
        .map(e -> e.getKey() + "=" + text(e.getValue()))
        .collect(Collectors.joining(","));
  }

  /**
   * Lists as {@code 8-4}, maps as {@code kind-mlp,width-8}. Other values may read the same: the id
   * behind the name tells them apart.
   */
  private static String text(ParameterValue value) {
    if (value instanceof StringValue string) {
      return string.value();
    }
    if (value instanceof ListValue list) {
      boolean isFlat = list.values().stream().noneMatch(Slug::holdsOthers);
      return joined(list.values().stream().map(Slug::text), isFlat ? "-" : ",");
    }
    return value instanceof MapValue map
        ? joined(
            map.entries().entrySet().stream().map(e -> e.getKey() + "-" + text(e.getValue())), ",")
        : value.display();
  }

  private static boolean holdsOthers(ParameterValue value) {
    return value instanceof ListValue || value instanceof MapValue;
  }

  private static String joined(Stream<String> parts, String between) {
    String text = parts.collect(Collectors.joining(between));
    return text.isEmpty() ? "empty" : text;
  }

  /** Other characters become {@code _}; a name that is too long ends in a hash of the whole. */
  private static String safe(String text) {
    String safe = text.replace(" ", "").replaceAll("[^A-Za-z0-9=,.+\\[\\]_-]", "_");
    safe = safe.replaceFirst("^[.-]", "_");
    if (safe.length() <= MAX_LENGTH) {
      return safe;
    }
    String hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    return safe.substring(0, MAX_LENGTH - HASH - 1) + "-" + hash;
  }
}
