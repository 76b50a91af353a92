package dev.platen.javakernel;

import org.jspecify.annotations.Nullable;

/**
 * Heap that the kernel keeps for itself: when a cell has used up all, there must be enough left to
 * say so.
 */
final class MemoryReserve {
  private static final int SIZE = 16 << 20;

  private volatile byte @Nullable [] reserve;

  /** Before a cell runs. Without, the cell finds out soon enough. */
  void fill() {
    if (reserve == null) {
      try {
        reserve = new byte[SIZE];
      } catch (OutOfMemoryError e) {
        // Full of what earlier cells made.
      }
    }
  }

  /** When there is no other memory left. */
  void release() {
    reserve = null;
  }
}
