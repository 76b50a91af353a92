package dev.platen.kernel;

import dev.platen.kernelspec.KernelSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How to start a kernel.
 *
 * @param workingDir of the kernel's process
 * @param env added to Platen's own environment, before the kernelspec's
 * @param log the file to which the process's own output is appended
 * @param startTimeout from launch to the first answer, for each of two attempts
 */
public record LaunchRequest(
    KernelSpec spec, Path workingDir, Map<String, String> env, Path log, Duration startTimeout) {
  public LaunchRequest {
    env = Map.copyOf(env);
  }
}
