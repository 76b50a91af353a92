package dev.platen.study.trial;

/**
 * The numbers from 0 up to a size in a random order, of which any place is known without the
 * others: a Feistel network over the next even number of bits, gone through again until it lands
 * below the size.
 *
 * @param size from 1 to 2^50
 */
record Shuffle(Draws draws, long size) {
  private static final int ROUNDS = 6;

  /**
   * The number in that place.
   *
   * @param place from 0, less than the size
   */
  long at(long place) {
    int half = (Long.SIZE - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
    long number = place;
    do {
      number = permuted(number, half);
    } while (number >= size);
    return number;
  }

  private long permuted(long number, int half) {
    long mask = (1L << half) - 1;
    long left = number >>> half;
    long right = number & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (draws.bits(right * ROUNDS + round) & mask);
      left = right;
      right = next;
    }
    return left << half | right;
  }
}
