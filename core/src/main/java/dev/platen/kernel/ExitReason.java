package dev.platen.kernel;

/** Why a kernel had to end, when that is known. */
public sealed interface ExitReason {

  /** One sentence for people, without a full stop. */
  String words();

  /** The error's name: {@code OutOfMemory} where that was the reason, else {@code KernelLost}. */
  default String error() {
    return "OutOfMemory";
  }

  /**
   * It was stopped because it took too much memory.
   *
   * @param taken bytes, by the kernel and all it started
   * @param limit bytes, fewer than were taken
   */
  record MemoryLimit(long taken, long limit) implements ExitReason {
    @Override
    public String words() {
      ByteWords bytes = ByteWords.fitting(limit);
      return "the run took %s, more than its limit of %s; it was stopped"
          .formatted(bytes.over(taken, limit), bytes.of(limit));
    }
  }

  /**
   * It was stopped because what it says isn't the protocol's, so that nobody can speak with it.
   *
   * @param what it does instead, after the channel's name
   */
  record Unintelligible(String what) implements ExitReason {
    @Override
    public String words() {
      return "it can't be spoken with, and was stopped; " + what;
    }

    @Override
    public String error() {
      return "KernelLost";
    }
  }

  /** The system ended it, because the machine's or the container's memory was used up. */
  record MachineMemory() implements ExitReason {
    @Override
    public String words() {
      return "the machine ran out of memory: the system's out-of-memory killer ended the kernel";
    }
  }
}
