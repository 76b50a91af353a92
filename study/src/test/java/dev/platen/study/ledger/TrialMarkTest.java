package dev.platen.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.study.ledger.TrialMark.GoalMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialMarkTest {
  @Test
  void whatIsWrittenIsReadAgain() throws BadRecord {
    TrialMark mark =
        new TrialMark(
            "study",
            List.of("hidden", "lr"),
            List.of("seed"),
            2,
            3,
            Optional.of(new GoalMark("mse", false)),
            Map.of("mse", "float(mse)"),
            true,
            List.of("epochs"),
            List.of("lr"));
    assertThat(TrialMark.parse(mark.toJson())).isEqualTo(mark);
    TrialMark plain =
        new TrialMark(
            "study",
            List.of(),
            List.of(),
            0,
            1,
            Optional.empty(),
            Map.of(),
            false,
            List.of(),
            List.of());
    assertThat(TrialMark.parse(plain.toJson())).isEqualTo(plain);
  }
}
