package dev.platen.kernel;

import java.util.function.BooleanSupplier;

/** Starts kernels. */
public interface KernelProvider {

  /** What its kernels know and nobody is to see. They themselves give it out masked. */
  default Secrets secrets() {
    return Secrets.NONE;
  }

  /**
   * Looks whether a limit on a kernel's memory can be kept here, before anything is started.
   *
   * @throws dev.platen.fault.Fault {@code USAGE} if it can't
   */
  default void checkMemoryLimit() {}

  /**
   * Starts a kernel and waits until it answers.
   *
   * @throws dev.platen.fault.Fault {@code KERNEL_NO_START} if it can't be started, dies, or doesn't
   *     answer in time
   * @param givenUp asked a few times a second while the kernel starts
   * @throws InterruptedException when it was given up, or the waiting thread is interrupted; no
   *     kernel is left
   */
  KernelClient start(LaunchRequest request, BooleanSupplier givenUp) throws InterruptedException;
}
