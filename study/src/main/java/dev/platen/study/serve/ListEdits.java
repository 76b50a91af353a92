package dev.platen.study.serve;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What makes one list of another: Myers's greedy algorithm (1986), which costs little where little
 * differs. Of lists that differ in more than {@value #MOST} places all between the first and the
 * last is replaced.
 */
final class ListEdits {
  private static final int MOST = 200;

  /**
   * One place.
   *
   * @param at in the list before, not counting what other edits do to it
   * @param removed how many elements go from there on
   * @param added what comes in their place
   */
  record Edit<T>(int at, int removed, List<T> added) {}

  private ListEdits() {}

  /** The edits, from the list's beginning to its end. */
  static <T> List<Edit<T>> of(List<T> before, List<T> after) {
    int least = Math.min(before.size(), after.size());
    int head = 0;
    while (head < least && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<T> from = before.subList(head, before.size() - tail);
    List<T> to = after.subList(head, after.size() - tail);
    if (from.isEmpty() && to.isEmpty()) {
      return List.of();
    }
    List<int[]> trace = trace(from, to);
    return trace.isEmpty()
        ? List.of(new Edit<>(head, from.size(), List.copyOf(to)))
        : edits(trace, from.size(), to, head);
  }

  /** By number of differences how far each diagonal comes; empty if there are too many. */
  private static <T> List<int[]> trace(List<T> from, List<T> to) {
    List<int[]> trace = new ArrayList<>();
    int[] reach = new int[2 * MOST + 3];
    for (int d = 0; d <= MOST; d++) {
      trace.add(reach.clone());
      for (int k = -d; k <= d; k += 2) {
        int x = start(reach, k, d);
        int y = x - k;
        while (x < from.size() && y < to.size() && from.get(x).equals(to.get(y))) {
          x++;
          y++;
        }
        reach[index(k)] = x;
        if (x >= from.size() && y >= to.size()) {
          return trace;
        }
      }
    }
    return List.of();
  }

  /** Where the way of d differences enters the diagonal. */
  private static int start(int[] reach, int k, int d) {
    boolean down = isDown(reach, k, d);
    return down ? reach[index(k + 1)] : reach[index(k - 1)] + 1;
  }

  private static boolean isDown(int[] reach, int k, int d) {
    return k == -d || (k != d && reach[index(k - 1)] < reach[index(k + 1)]);
  }

  private static int index(int k) {
    return k + MOST + 1;
  }

  /** A single difference: from where, and whether something is added there or removed. */
  private record Step(int x, int y, boolean adds) {}

  private static <T> List<Edit<T>> edits(List<int[]> trace, int fromSize, List<T> to, int head) {
    List<Step> steps = new ArrayList<>();
    int x = fromSize;
    int y = to.size();
    for (int d = trace.size() - 1; d > 0; d--) {
      int[] reach = trace.get(d);
      boolean adds = isDown(reach, x - y, d);
      int k = x - y + (adds ? 1 : -1);
      x = reach[index(k)];
      y = x - k;
      steps.add(new Step(x, y, adds));
    }
    Collections.reverse(steps);
    return joined(steps, to, head);
  }

  /** What lies side by side is one edit. */
  private static <T> List<Edit<T>> joined(List<Step> steps, List<T> to, int head) {
    List<Edit<T>> edits = new ArrayList<>();
    for (int i = 0; i < steps.size(); ) {
      Step first = steps.get(i);
      int x = first.x();
      int y = first.y();
      while (i < steps.size() && steps.get(i).x() == x && steps.get(i).y() == y) {
        x += steps.get(i).adds() ? 0 : 1;
        y += steps.get(i).adds() ? 1 : 0;
        i++;
      }
      edits.add(new Edit<>(head + first.x(), x - first.x(), List.copyOf(to.subList(first.y(), y))));
    }
    return edits;
  }

  /** As the page's script takes it: {@code [at, removed, [added…]]}. */
  static JsonValue json(Edit<? extends JsonValue> edit) {
    return new JsonArray(
        List.of(
            JsonNumber.of(edit.at()),
            JsonNumber.of(edit.removed()),
            new JsonArray(List.copyOf(edit.added()))));
  }
}
