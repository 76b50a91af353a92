package dev.platen.kernelspec;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How to start one kernel: a {@code kernel.json} and where it was found.
 *
 * @param name the folder's name, lower case
 * @param resourceDir the folder; what {@code {resource_dir}} stands for
 * @param prefix the environment it belongs to; what {@code {prefix}} stands for
 * @param origin where it was found, in words: {@code VIRTUAL_ENV}, {@code .venv of the project},
 *     {@code user}, …
 * @param argv with its {@code {…}} still in place
 * @param interruptMode {@code signal} or {@code message}
 * @param env added to the kernel's environment; values may name other variables as {@code ${NAME}}
 */
public record KernelSpec(
    String name,
    Path resourceDir,
    Path prefix,
    String origin,
    List<String> argv,
    String displayName,
    String language,
    InterruptMode interruptMode,
    Map<String, String> env,
    JsonObject metadata) {

  /** How a running cell is interrupted. */
  public enum InterruptMode {
    SIGNAL,
    MESSAGE
  }

  public KernelSpec {
    argv = List.copyOf(argv);
    env = Map.copyOf(env);
  }

  static KernelSpec parse(
      String name, Path resourceDir, Path prefix, String origin, JsonObject json) {
    Map<String, String> env = new LinkedHashMap<>();
    json.object("env")
        .members()
        .forEach(
            (key, value) -> {
              if (value instanceof JsonString text) {
                env.put(key, text.value());
              }
            });
    return new KernelSpec(
        name,
        resourceDir,
        prefix,
        origin,
        new JsonArray(json.array("argv")).strings().orElse(List.of()),
        json.string("display_name").orElse(name),
        json.text("language"),
        json.text("interrupt_mode").equals("message")
            ? InterruptMode.MESSAGE
            : InterruptMode.SIGNAL,
        env,
        json.object("metadata"));
  }

  /** As a {@code kernel.json}. */
  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("argv", JsonArray.ofStrings(argv))
                .put("display_name", displayName)
                .put("language", language)
                .put("interrupt_mode", interruptMode.name().toLowerCase(Locale.ROOT))
                .put("env", JsonObject.build(e -> env.forEach(e::put)))
                .put("metadata", metadata));
  }

  /** Whether the process that {@link #argv} starts is ipykernel, whatever its name. */
  public boolean isIpykernel() {
    return argv.stream().anyMatch(a -> a.equals("ipykernel_launcher") || a.equals("ipykernel"));
  }

  /** Whether the process that {@link #argv} starts is Platen's own kernel for Java. */
  public boolean isBuiltInJava() {
    return argv.contains(BuiltInJava.MAIN);
  }
}
