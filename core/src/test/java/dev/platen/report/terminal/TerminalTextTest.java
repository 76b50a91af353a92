package dev.platen.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void whatWasOverwrittenAndEveryStyleIsGone() {
    assertThat(TerminalText.plain("1 %\r50 %\r100 %\n\u001b[1;31mloss\u001b[0m 0.5\n"))
        .isEqualTo("100 %\nloss 0.5\n");
  }

  @Test
  void plainTextIsItself() {
    assertThat(TerminalText.plain("a\n\n b \n")).isEqualTo("a\n\n b \n");
  }

  @Test
  void ofAFloodBothEndsAreRead() {
    String text = "begin" + "x".repeat(10_000_000) + "end";
    assertThat(TerminalText.plain(text))
        .hasSizeLessThan(300_000)
        .startsWith("begin")
        .endsWith("end");
  }
}
