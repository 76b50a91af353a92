package dev.platen.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.report.html.HtmlWriter;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalWriterTest {

  private static String html(String text) {
    return HtmlWriter.fragment(html -> new TerminalWriter(html).write(text)).markup();
  }

  /** In the table, ␛ is escape, ␍ carriage return, ␈ backspace, ␇ bell. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain <b> | plain &lt;b&gt;",
        "␛[31mred␛[0m x | <span class=\"f1\">red</span> x",
        "␛[1;31mred␛[22m x | <span class=\"f9 tb\">red</span><span class=\"f1\"> x</span>",
        "␛[01mb␛[m | <span class=\"tb\">b</span>",
        "␛[2;3;4;7;9mx | <span class=\"tf ti tu ts tv\">x</span>",
        "␛[42;97mx | <span class=\"f15 g2\">x</span>",
        "␛[38;5;9mx | <span class=\"f9\">x</span>",
        "␛[38;5;21mx | <span class=\"fx\" style=\"--l:#0000ff;--d:#8080ff\">x</span>",
        "␛[38;2;255;255;0mx | <span class=\"fx\" style=\"--l:#737300;--d:#ffff00\">x</span>",
        "␛[48;2;0;0;128mx | <span style=\"color:#ffffff;background:#000080\">x</span>",
        "␛[38;5;999mx | x",
        "␛[38;2;1mx | <span class=\"fx\" style=\"--l:#010000;--d:#8d8c8c\">x</span>",
        "a␛[2Jb␛[10;5Hc␛(Bd␛=e | abcde",
        "␛]0;title␇x | x",
        "␛]8;;https://e.org␛\\link␛]8;;␛\\ x | <a href=\"https://e.org\">link</a> x",
        "␛]8;;javascript:alert(1)␇link␛]8;;␇ | <span>link</span>",
        "␛]8;;https://e.org/\"><b>␇link | <a href=\"https://e.org/&quot;&gt;&lt;b&gt;\">link</a>",
        "␛]8;;mailto:a@e.org␇link␛]8;;␇ | <span>link</span>",
        "␛]8;id=1;file:///tmp/x.py␛\\x.py␛]8;;␛\\ | <span>x.py</span>",
        "␛[38:2::0:0:255mx␛[0m␛[4:3my␛[4:0m␛[58;2;1;2;3mz | <span class=\"fx\" style=\"--l:#0000ff;--d:#8080ff\">x</span><span class=\"tu\">y</span>z",
        "␛[38:5:9mx | <span class=\"f9\">x</span>",
        "␛[58:5:9mx | x",
        "␛[38;2;90;90;90;48;2;80;80;80mx | <span style=\"color:#c5c5c5;background:#505050\">x</span>",
        "␛[31;48;5;19mx | <span style=\"color:#ffffff;background:#0000af\">x</span>",
        "␛[2;31mx | <span class=\"f1\">x</span>",
        "a␛P1;2q~~~␛\\b␛_Gxyz␛\\c | abc",
        "50%␛[1Gdone | done",
        "ab␛[2D12 | 12",
        "a␛[3Cb | a   b",
        "10%␍100% | 100%",
        "long text␍short | shorttext",
        "long text␍␛[Kshort | short",
        "␛[32m10%␍␛[0m20% | 20%",
        "abcdef␈␈␛[1K␍xy | xy   f",
        "abc␛[2K␍d | d",
        "abc␍d␛[Ke␛[2K␍f | f",
        "ab␈c | ac",
        "␈␈a | a",
        "end␍ | end",
        "cut ␛ | cut",
        "cut ␛[38;5 | cut",
      })
  void showsWhatATerminalWould(String text, String expected) {
    String input =
        text.replace('␛', '\u001b').replace('␍', '\r').replace('␈', '\b').replace('␇', '\u0007');
    assertThat(html(input).strip()).isEqualTo(expected);
  }

  @Test
  void keepsColoursOverLinesAndOverParts() {
    String markup =
        HtmlWriter.fragment(
                html -> {
                  TerminalWriter terminal = new TerminalWriter(html);
                  terminal.write("\u001b[31ma\nb\n");
                  html.text("|");
                  terminal.write("c\u001b[0md");
                })
            .markup();
    assertThat(markup).isEqualTo("<span class=\"f1\">a\nb\n</span>|<span class=\"f1\">c</span>d");
  }

  @Test
  void showsOnlyTheLastStateOfAProgressBar() {
    assertThat(html("\r  0%|   |\r 50%|█  |\r100%|███|\ndone\n")).isEqualTo("100%|███|\ndone\n");
  }

  @Test
  void neverLetsMarkupOfTheTextThrough() {
    String[] pieces = {
      "<script>",
      "</pre>",
      "\"",
      "'",
      "&lt;",
      "\u001b",
      "[",
      "31m",
      "38;5;",
      "m",
      ";",
      "\r",
      "\b",
      "\n",
      "K",
      "]8;;",
      "javascript:x",
      "https://e",
      "\u0007",
      "\\",
      "<img onerror=x>",
      "é",
      "😀",
      "\ud83d",
      "\u0000",
      "7",
      "0"
    };
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Document page = Jsoup.parseBodyFragment("<pre>" + html(text.toString()) + "</pre><hr>");
      assertThat(page.body().children()).as("seed %d", seed).hasSize(2);
      for (Element element : page.select("pre *")) {
        assertThat(element.tagName()).as("seed %d", seed).isIn("span", "a");
        assertThat(element.attributes().asList())
            .as("seed %d", seed)
            .allMatch(a -> java.util.Set.of("class", "style", "href").contains(a.getKey()));
        assertThat(element.attr("href")).as("seed %d", seed).doesNotStartWith("javascript");
      }
    }
  }
}
