package dev.platen.kernel.launch;

import dev.platen.kernelspec.KernelSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line and the environment that a kernelspec stands for. */
final class KernelCommand {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)}");
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");
  private static final Pattern PYTHON = Pattern.compile("python(3(\\.\\d+)?)?");

  /** The compiler's classes, their machine code, threads. */
  private static final long BESIDE_HEAP = 200L << 20;

  private KernelCommand() {}

  /**
   * The command, with {@code {connection_file}}, {@code {resource_dir}} and {@code {prefix}} filled
   * in. A bare {@code python} is the one of the environment to which the kernelspec belongs, as
   * Jupyter takes the one it runs in.
   */
  static List<String> arguments(KernelSpec spec, Path connectionFile) {
    Map<String, String> values =
        Map.of(
            "connection_file", connectionFile.toString(),
            "resource_dir", spec.resourceDir().toString(),
            "prefix", spec.prefix().toString());
    List<String> arguments = new ArrayList<>();
    for (String argument : spec.argv()) {
      arguments.add(
          PLACEHOLDER
              .matcher(argument)
              .replaceAll(
                  m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), m.group()))));
    }
    Path own = spec.prefix().resolve("bin").resolve(arguments.get(0));
    if (PYTHON.matcher(arguments.get(0)).matches() && Files.isExecutable(own)) {
      arguments.set(0, own.toString());
    }
    if (spec.isIpykernel()) {
      // A run is no part of anybody's history, and parallel kernels would fight over the history's
      // database.
      arguments.add("--HistoryManager.hist_file=:memory:");
    }
    return arguments;
  }

  /**
   * The command, with what a JVM must be told of its run: it looks neither at {@code TMPDIR} nor at
   * a limit on memory, and would rather take more than clear away. Of the limit a part stays for
   * what isn't heap. The heap's size is left to {@code JDK_JAVA_OPTIONS} if that tells it.
   *
   * @param env what the process will find in its environment
   */
  static List<String> withJavaOptions(
      List<String> arguments, OptionalLong memoryLimit, Map<String, String> env) {
    List<String> options = new ArrayList<>();
    String temporary = env.get("TMPDIR");
    if (temporary != null) {
      options.add("-Djava.io.tmpdir=" + temporary);
    }
    if (memoryLimit.isPresent() && !env.getOrDefault("JDK_JAVA_OPTIONS", "").contains("-Xmx")) {
      long limit = memoryLimit.getAsLong();
      long heap = Math.max(limit / 3, limit - Math.max(limit / 5, BESIDE_HEAP));
      options.add("-Xmx" + (heap >> 10) + "k");
    }
    List<String> all = new ArrayList<>(arguments);
    all.addAll(1, options);
    return all;
  }

  /**
   * The kernelspec's variables; {@code $NAME} and {@code ${NAME}} in them stand for values of
   * {@code inherited}.
   */
  static Map<String, String> environment(KernelSpec spec, Map<String, String> inherited) {
    Map<String, String> environment = new HashMap<>();
    spec.env().forEach((name, value) -> environment.put(name, substitute(value, inherited)));
    return environment;
  }

  private static String substitute(String value, Map<String, String> variables) {
    return VARIABLE
        .matcher(value)
        .replaceAll(
            m -> {
              String name = m.group(1) == null ? m.group(2) : m.group(1);
              return Matcher.quoteReplacement(variables.getOrDefault(name, m.group()));
            });
  }
}
