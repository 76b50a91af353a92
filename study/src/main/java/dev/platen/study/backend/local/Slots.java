package dev.platen.study.backend.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The values of environment variables of which every run at work has one for itself, such as a
 * GPU's number. Safe for any thread.
 */
final class Slots {
  private final BlockingQueue<Map<String, String>> free;

  /**
   * As many slots as there are runs at once.
   *
   * @param values by variable, as many as {@code runs} at least
   */
  Slots(Map<String, List<String>> values, int runs) {
    free = new ArrayBlockingQueue<>(runs, true, slots(values, runs));
  }

  private static List<Map<String, String>> slots(Map<String, List<String>> values, int runs) {
    List<Map<String, String>> slots = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Map<String, String> slot = new LinkedHashMap<>();
      for (Map.Entry<String, List<String>> each : values.entrySet()) {
        slot.put(each.getKey(), each.getValue().get(i));
      }
      slots.add(slot);
    }
    return slots;
  }

  /** A slot that nobody else has until it is given back. */
  Map<String, String> take() throws InterruptedException {
    return free.take();
  }

  void giveBack(Map<String, String> slot) {
    free.add(slot);
  }
}
