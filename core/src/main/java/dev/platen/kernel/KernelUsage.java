package dev.platen.kernel;

/**
 * What a kernel and all it started have taken of the machine.
 *
 * @param peakMemoryBytes the most that they were seen to have in memory at once; of a single
 *     process exact, of several what a look a second saw, shared pages counted once
 * @param cpuSeconds in user code and in the system's, of all processes together
 */
public record KernelUsage(long peakMemoryBytes, double cpuSeconds) {}
