package dev.platen.study.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnTest {
  private static Column column(@Nullable Object... values) {
    List<@Nullable Object> cells = Arrays.asList(values);
    return Column.of("c", cells, cells.stream().map(Objects::toString).toList());
  }

  @Test
  void theNarrowestTypeThatHoldsAllIsTaken() {
    assertThat(column(1L, null, 2L).type()).isEqualTo(ColumnType.WHOLE);
    assertThat(column(1L, 0.5)).isEqualTo(new Column("c", ColumnType.NUMBER, List.of(1.0, 0.5)));
    assertThat(column(null, true).type()).isEqualTo(ColumnType.FLAG);
    assertThat(column(1L, "x").values()).containsExactly("1", "x");
    assertThat(column(true, 1L).values()).containsExactly("true", "1");
    assertThat(column((Object) null).type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void noDigitOfALargeWholeNumberIsLostAmongDoubles() {
    assertThat(column((1L << 53) + 1, 0.5).values()).containsExactly("9007199254740993", "0.5");
  }
}
