package dev.platen.kernel;

import dev.platen.kernelspec.KernelSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How to start a kernel.
 *
 * @param workingDir of the kernel's process
 * @param env added to Platen's own environment, before the kernelspec's
 * @param log the file to which the process's own output is appended
 * @param startTimeout from launch to the first answer, for each of two attempts
 * @param memoryLimit bytes that the kernel and all it started may take together; empty = no limit
 */
public record LaunchRequest(
    KernelSpec spec,
    Path workingDir,
    Map<String, String> env,
    Path log,
    Duration startTimeout,
    OptionalLong memoryLimit) {
  public LaunchRequest {
    env = Map.copyOf(env);
  }

  /** Without a limit on its memory. */
  public LaunchRequest(
      KernelSpec spec, Path workingDir, Map<String, String> env, Path log, Duration startTimeout) {
    this(spec, workingDir, env, log, startTimeout, OptionalLong.empty());
  }
}
