package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextTest {
  private static Optional<TableText> read(String markup) {
    return TableText.first(markup, new TableText.Most(4, 3, 5));
  }

  @Test
  void ofMarkupOnlyTheWordsAreLeft() {
    String markup =
        "<style>td{}</style><p>not this</p><table onclick='x'><thead><tr><th></th><th>n</th></tr>"
            + "</thead><tbody><tr><th>0</th><td><b>1</b><script>x()</script></td></tr></tbody></table>";
    assertThat(read(markup))
        .hasValue(new TableText(1, 1, List.of(List.of("", "n"), List.of("0", "1")), false));
  }

  @Test
  void aCellThatSpansOthersLeavesThemEmpty() {
    String markup =
        "<table><tr><th rowspan=2>a</th><td>1</td></tr><tr><td>2</td></tr>"
            + "<tr><th>b</th><td colspan=9999>3</td></tr></table>";
    assertThat(read(markup).orElseThrow().rows())
        .containsExactly(List.of("a", "1"), List.of("", "2"), List.of("b", "3", ""));
  }

  @Test
  void whatIsTooMuchIsCutAndSaidToBe() {
    String row = "<tr><td>123456789</td><td></td><td></td><td></td></tr>";
    TableText table = read("<table>" + row.repeat(9) + "</table>").orElseThrow();
    assertThat(table.isCut()).isTrue();
    assertThat(table.rows()).hasSize(4).containsOnly(List.of("12345…", "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<p>no table", "<table></table>", "<table><tr></tr></table>", "&lt;table"})
  void withoutACellThereIsNone(String markup) {
    assertThat(read(markup)).isEmpty();
  }
}
