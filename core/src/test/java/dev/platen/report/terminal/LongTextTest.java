package dev.platen.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.report.html.HtmlWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class LongTextTest {

  private static String html(String text) {
    return HtmlWriter.fragment(html -> LongText.write(text, "out", html)).markup();
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "line " + i + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void showsShortTextWholeWithoutItsLastLineBreak() {
    assertThat(html("a\nb\n")).isEqualTo("<pre class=\"out\">\na\nb</pre>");
    assertThat(html("\n a")).isEqualTo("<pre class=\"out\">\n\n a</pre>");
    assertThat(html(lines(200))).doesNotContain("<details");
  }

  @Test
  void foldsTheMiddleOfLongTextAndKeepsAllOfIt() {
    Element body = Jsoup.parseBodyFragment(html(lines(1000))).body();
    assertThat(body.select("summary").text()).isEqualTo("Show 940 more lines (8 kB)");
    assertThat(body.select("details").hasAttr("open")).isFalse();
    assertThat(body.children().eachAttr("class")).containsExactly("out", "more", "out");
    String all =
        body.select("pre").stream().map(Element::wholeText).collect(Collectors.joining("\n"));
    assertThat(all.replace("\n\n", "\n")).isEqualTo(lines(1000).stripTrailing());
  }

  @Test
  void foldsOneLongLine() {
    Element body = Jsoup.parseBodyFragment(html("x".repeat(3_000_000))).body();
    assertThat(body.children().eachAttr("class")).containsExactly("more");
    assertThat(body.select("summary").text()).isEqualTo("Show 1 line (3.0 MB)");
    assertThat(body.select("pre").first().wholeText()).hasSize(3_000_000);
  }
}
