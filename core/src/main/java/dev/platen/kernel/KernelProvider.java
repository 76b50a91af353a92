package dev.platen.kernel;

/** Starts kernels. */
public interface KernelProvider {

  /**
   * Starts a kernel and waits until it answers.
   *
   * @throws dev.platen.fault.Fault {@code KERNEL_NO_START} if it can't be started, dies, or doesn't
   *     answer in time
   * @throws InterruptedException when the waiting thread is interrupted; no kernel is left
   */
  KernelClient start(LaunchRequest request) throws InterruptedException;
}
