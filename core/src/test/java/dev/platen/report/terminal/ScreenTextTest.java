package dev.platen.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTextTest {
  private static final String UP = "\u001b[A";

  @Test
  void leavesTextWithoutMovesAsItIs() {
    String text = "a\r\u001b[31mb\u001b[0m\n";
    assertThat(ScreenText.settled(text)).isSameAs(text);
  }

  /** As tqdm writes two bars with their positions. */
  @Test
  void showsTheLastStateOfBarsAboveEachOther() {
    String bars =
        "outer:   0%|  |\n\rinner:   0%|  |"
            + UP
            + "\n\rinner:  50%|█ |"
            + UP
            + "\n\rinner: 100%|██|"
            + UP
            + "\router: 100%|██|\n\n";
    assertThat(ScreenText.settled(bars)).isEqualTo("outer: 100%|██|\ninner: 100%|██|\n");
  }

  /** As rich erases what it drew before it draws anew. */
  @Test
  void erasesLinesAndWritesThemAnew() {
    String erased = "\r\u001b[2K" + UP + "\u001b[2K" + UP + "\u001b[2K";
    assertThat(ScreenText.settled("one\ntwo\nthree" + erased + "1\n2\n")).isEqualTo("1\n2\n");
    assertThat(ScreenText.settled("one\ntwo\nthree\u001b[2F\u001b[Jend\n")).isEqualTo("end\n");
  }

  @Test
  void keepsColoursAndLinks() {
    String red = "\u001b[1;31mred\u001b[0m";
    String link = "\u001b]8;;https://e.org\u0007link\u001b]8;;\u0007";
    String text = ScreenText.settled("x\n" + red + " " + link + UP + "\ry\n");
    assertThat(text)
        .isEqualTo(
            "y\n\u001b[0;1;38;5;1mred\u001b[0m \u001b]8;;https://e.org\u0007\u001b[0mlink\n");
  }

  @Test
  void movesBeyondTheFirstLineEndThere() {
    assertThat(ScreenText.settled("a\n\u001b[999999Ab")).isEqualTo("b");
  }

  @Test
  void keepsEveryLineOfALongText() {
    StringBuilder text = new StringBuilder("first\n");
    StringBuilder expected = new StringBuilder("first\n");
    for (int i = 0; i < 1000; i++) {
      text.append("line ").append(i).append(" x").append(UP).append("\n\rLINE\n");
      expected.append("LINE ").append(i).append(" x\n");
    }
    assertThat(ScreenText.settled(text.toString())).isEqualTo(expected.toString());
  }
}
