package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {

  private static String written(java.util.function.Consumer<HtmlWriter> content) {
    return HtmlWriter.fragment(content).markup();
  }

  @Test
  void escapesTextAndAttributes() {
    assertThat(
            written(
                html ->
                    html.open("a", "x")
                        .attribute("title", "\"<&>'")
                        .text("<b>&amp; \"q\"")
                        .close()))
        .isEqualTo("<a class=\"x\" title=\"&quot;&lt;&amp;&gt;'\">&lt;b&gt;&amp;amp; \"q\"</a>");
  }

  @Test
  void replacesControlCharactersThatHtmlForbids() {
    assertThat(written(html -> html.text("a\u0000b\u001bc\u007fd\te\nf")))
        .isEqualTo("a\ufffdb\ufffdc\ufffdd\te\nf");
  }

  @Test
  void writesImagesAsTheyAre() {
    ImageUrl url = ImageData.bitmap("image/gif", "R0lG\nODlh").orElseThrow();
    assertThat(written(html -> html.empty("img").src(url).attribute("alt", "a")))
        .isEqualTo("<img src=\"data:image/gif;base64,R0lGODlh\" alt=\"a\">");
    HtmlWriter html = new HtmlWriter(new StringWriter());
    html.open("p").text("x");
    assertThatThrownBy(() -> html.src(url)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesOutAttributesWithoutValue() {
    assertThat(
            written(
                html -> html.empty("img").attribute("alt", null).flag("a", false).flag("b", true)))
        .isEqualTo("<img b=\"\">");
  }

  @Test
  void writesPartsOfTexts() {
    assertThat(written(html -> html.open("p").text("ab<cd", 1, 4).close()))
        .isEqualTo("<p>b&lt;c</p>");
  }

  @Test
  void refusesAttributesAfterContentAndPagesWithOpenElements() {
    HtmlWriter html = new HtmlWriter(new StringWriter());
    html.open("p").text("x");
    assertThatThrownBy(() -> html.attribute("id", "late"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(html::finish)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("p");
  }

  @Test
  void aLongTextIsEscapedAtWhateverPlace() {
    for (int before : new int[] {0, 510, 511, 512, 513, 5000}) {
      String plain = "x".repeat(before);
      String text = plain + "<\ud83d\ude00\">" + plain;
      assertThat(written(html -> html.open("p").attribute("title", text).text(text).close()))
          .isEqualTo(
              "<p title=\"%1$s&lt;\ud83d\ude00&quot;&gt;%1$s\">%1$s&lt;\ud83d\ude00\"&gt;%1$s</p>"
                  .formatted(plain));
    }
  }

  @Test
  void passesOnTheStreamsFailure() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int count) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> new HtmlWriter(full).open("p"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no space left");
  }
}
