package dev.platen.study.trial;

import java.nio.charset.StandardCharsets;

/**
 * Random numbers by their place: the n-th of a seed's and a name's own sequence, without those
 * before it, and the same on every machine and JDK. The sequences are those of SplitMix64.
 *
 * @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable
 *     pseudorandom number generators</a>
 */
final class Draws {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long start;

  Draws(long seed, String name) {
    long hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    this.start = mixed(mixed(seed + GOLDEN) + hash);
  }

  /** 64 random bits. */
  long bits(long index) {
    return mixed(start + (index + 1) * GOLDEN);
  }

  /** A number from 0, less than 1, of 53 random bits. */
  double share(long index) {
    return (bits(index) >>> 11) * 0x1p-53;
  }

  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
