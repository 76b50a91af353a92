package dev.platen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellOptionsTest {

  @Test
  void readsScalarsAndLeavesTheCodeWithoutThem() {
    CellOptions options =
        CellOptions.of(
            """
            #| label: fig-loss
            #| fig-cap: "Loss: \\"train\\" and test"
            #| fig.alt: 'it''s falling'  \s
            #| echo: FALSE
            #|
            #| code-fold: true  # as always
            #| tbl-cap: a b: c
            x = 1
            #| echo: true
            """);
    assertThat(options.text("label")).contains("fig-loss");
    assertThat(options.text("fig-cap")).contains("Loss: \"train\" and test");
    assertThat(options.text("fig-alt")).contains("it's falling");
    assertThat(options.isFalse("echo")).isTrue();
    assertThat(options.isTrue("code-fold")).isTrue();
    assertThat(options.text("tbl-cap")).contains("a b: c");
    assertThat(options.code()).isEqualTo("x = 1\n#| echo: true\n");
  }

  @Test
  void readsListsAndTextOverSeveralLines() {
    CellOptions options =
        CellOptions.of(
            """
            #| fig-cap:
            #|   - "first"
            #|   - second
            #| fig-alt: ["a, b", 'c', d]
            #| caption: >-
            #|   one
            #|   two
            #| empty: []
            #| layout:
            #|   echo: false
            x""");
    assertThat(options.all("fig-cap")).isEqualTo(List.of("first", "second"));
    assertThat(options.all("fig-alt")).isEqualTo(List.of("a, b", "c", "d"));
    assertThat(options.all("none", "caption")).isEqualTo(List.of("one two"));
    assertThat(options.all("empty")).isEmpty();
    assertThat(options.isFalse("echo")).isFalse();
    assertThat(options.code()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#| echo: false\nx",
        "#|echo: false\nx",
        "//| echo: false\nx",
        "--| echo: false\nx",
        "%%| echo: false\nx"
      })
  void knowsTheCommentsOfTheLanguages(String source) {
    assertThat(CellOptions.of(source).isFalse("echo")).isTrue();
    assertThat(CellOptions.of(source).code()).isEqualTo("x");
  }

  @Test
  void findsThemAfterACellMagic() {
    CellOptions options = CellOptions.of("%%bash -e\n#| output: false\nls");
    assertThat(options.isFalse("output")).isTrue();
    assertThat(options.code()).isEqualTo("%%bash -e\nls");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1\n#| echo: false",
        "# | echo: false\nx",
        "#| a comment of Lisp |#\n(list)",
        "#|",
        "%%bash",
        ""
      })
  void leavesOtherCodeAsItIs(String source) {
    CellOptions options = CellOptions.of(source);
    assertThat(options.values()).isEmpty();
    assertThat(options.code()).isEqualTo(source);
  }
}
