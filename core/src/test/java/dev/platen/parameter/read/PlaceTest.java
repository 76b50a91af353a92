package dev.platen.parameter.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  @Test
  void theExcerptIsTheLineAndACaretUnderThePlace() {
    assertThat(new Place(2, 4).excerpt("a: 1\nb: [2\nc: 3\n")).isEqualTo("b: [2\n   ^");
  }

  @Test
  void theCaretMayStandBehindTheLineAndBehindTheText() {
    assertThat(new Place(1, 6).excerpt("a: 1")).isEqualTo("a: 1\n     ^");
    assertThat(new Place(9, 1).excerpt("a: 1")).isEqualTo("\n^");
  }

  @Test
  void whatWouldMoveTheCaretIsABlank() {
    assertThat(new Place(1, 5).excerpt("\ta:\t\u0000x")).isEqualTo(" a:  x\n    ^");
  }

  @Test
  void columnsCountCodePoints() {
    assertThat(new Place(1, 4).excerpt("😀: x")).isEqualTo("😀: x\n   ^");
  }

  @Test
  void ofALongLineThePartAroundThePlaceIsShown() {
    String line = "0123456789".repeat(20);

    assertThat(new Place(1, 5).excerpt(line)).isEqualTo(line.substring(0, 76) + "…\n    ^");
    assertThat(new Place(1, 101).excerpt(line))
        .isEqualTo("…" + line.substring(61, 137) + "…\n" + " ".repeat(40) + "^");
    assertThat(new Place(1, 200).excerpt(line))
        .isEqualTo("…" + line.substring(160) + "\n" + " ".repeat(40) + "^");
  }

  @ParameterizedTest
  @ValueSource(ints = {36, 37, 38, 39, 40})
  void nothingIsCutBeforeAPlaceThatTheFirstPartOfALongLineShows(int column) {
    String line = "0123456789".repeat(20);

    assertThat(new Place(1, column).excerpt(line))
        .isEqualTo(line.substring(0, 76) + "…\n" + " ".repeat(column - 1) + "^");
  }
}
