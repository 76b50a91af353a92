package dev.platen.kernel.launch;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.kernel.KernelClient;
import dev.platen.kernel.KernelProvider;
import dev.platen.kernel.LaunchRequest;
import dev.platen.kernel.Secrets;
import dev.platen.kernelspec.KernelSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/**
 * Starts kernels as processes of this machine. A kernel that never answers is killed and tried once
 * more.
 */
public final class LocalKernels implements KernelProvider {
  private final Clock clock;
  private final KernelWatch watch;
  private final Secrets secrets;

  public LocalKernels(Clock clock) {
    this(clock, Secrets.NONE);
  }

  /**
   * Those that are given secrets.
   *
   * @param secrets are in the environment of every kernel, and masked in all that it sends
   */
  public LocalKernels(Clock clock, Secrets secrets) {
    this.clock = clock;
    this.secrets = secrets;
    this.watch = new KernelWatch(new ProcessTable(Path.of("/proc")), clock);
  }

  @Override
  public Secrets secrets() {
    return secrets;
  }

  @Override
  public void checkMemoryLimit() {
    if (!watch.canSee()) {
      throw Fault.of(FaultKind.USAGE, "this system doesn't let a run's memory be limited")
          .where("the memory limit")
          .found(System.getProperty("os.name") + ", without /proc")
          .mend("leave the limit out, or run on Linux");
    }
  }

  @Override
  public KernelClient start(LaunchRequest request, BooleanSupplier givenUp)
      throws InterruptedException {
    if (request.memoryLimit().isPresent()) {
      checkMemoryLimit();
    }
    try {
      return launch(request, givenUp);
    } catch (Fault first) {
      if (!first.kind().retryable()) {
        throw first;
      }
      return launch(request, givenUp);
    }
  }

  private KernelClient launch(LaunchRequest request, BooleanSupplier givenUp)
      throws InterruptedException {
    KernelClient kernel = LocalKernel.launch(request, givenUp, clock, watch, secrets);
    return secrets.isEmpty() ? kernel : new MaskedKernel(kernel, secrets);
  }

  static Fault noStart(LaunchRequest request, String why) {
    KernelSpec spec = request.spec();
    return Fault.of(FaultKind.KERNEL_NO_START, "the kernel '" + spec.name() + "' didn't start")
        .where(spec.resourceDir().resolve("kernel.json") + " (" + spec.origin() + ")")
        .found(why)
        .mend("see what it wrote in " + request.log() + ", or try 'platen kernels --check'");
  }
}
