package dev.platen.study.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListEditsTest {
  private static <T> List<T> applied(List<T> before, List<ListEdits.Edit<T>> edits) {
    List<T> result = new ArrayList<>();
    int from = 0;
    for (ListEdits.Edit<T> edit : edits) {
      result.addAll(before.subList(from, edit.at()));
      result.addAll(edit.added());
      from = edit.at() + edit.removed();
    }
    result.addAll(before.subList(from, before.size()));
    return result;
  }

  @Test
  void theEditsMakeTheOneOfTheOther() {
    Random random = new Random(20261126);
    for (int i = 0; i < 500; i++) {
      List<Integer> before = random.ints(random.nextInt(40), 0, 6).boxed().toList();
      List<Integer> after = new ArrayList<>(before);
      for (int edit = random.nextInt(6); edit > 0; edit--) {
        if (after.isEmpty() || random.nextBoolean()) {
          after.add(random.nextInt(after.size() + 1), random.nextInt(6));
        } else {
          after.remove(random.nextInt(after.size()));
        }
      }
      assertThat(applied(before, ListEdits.of(before, after))).isEqualTo(after);
    }
  }

  @Test
  void ofTenThousandOnlyWhatDiffersIsNamed() {
    List<Integer> before = IntStream.range(0, 10_000).boxed().toList();
    List<Integer> after = new ArrayList<>(before);
    after.remove(17);
    after.set(5_000, -1);
    after.add(10_000);
    assertThat(ListEdits.of(before, after))
        .containsExactly(
            new ListEdits.Edit<>(17, 1, List.of()),
            new ListEdits.Edit<>(5_001, 1, List.of(-1)),
            new ListEdits.Edit<>(10_000, 0, List.of(10_000)));
    assertThat(ListEdits.of(before, before)).isEmpty();
  }

  @Test
  void whereTooMuchDiffersAllInBetweenIsReplaced() {
    List<Integer> before = IntStream.range(0, 1_000).boxed().toList();
    List<Integer> after = IntStream.range(0, 1_000).map(i -> i < 100 ? i : -i).boxed().toList();
    assertThat(ListEdits.of(before, after))
        .containsExactly(new ListEdits.Edit<>(100, 900, after.subList(100, 1_000)));
  }
}
