package dev.platen.report.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.report.html.HtmlWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One piece of code in each language, every token marked as what it is. */
class LanguagesTest {
  private static final String MARK = "(?s)«\\w:((?:(?!»).)*)»";

  private static String html(String code, String language) {
    return HtmlWriter.fragment(html -> CodeHighlighter.write(code, language, html)).markup();
  }

  private static String marked(String html) {
    return html.replaceAll("(?s)<span class=\"(\\w)\">(.*?)</span>", "«$1:$2»")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /** In the files, {@code «k:word»} stands for a span of class k. */
  private static String snippet(String language) throws IOException {
    try (InputStream in = LanguagesTest.class.getResourceAsStream(language + ".snippet")) {
      return new String(in.readAllBytes(), UTF_8).stripTrailing();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python",
        "r",
        "julia",
        "scala",
        "java",
        "kotlin",
        "javascript",
        "typescript",
        "bash",
        "sql",
        "cpp",
        "rust",
        "go",
        "ruby",
        "yaml",
        "json"
      })
  void tellsWordsTextsCommentsAndNumbers(String language) throws IOException {
    String expected = snippet(language);
    String code = expected.replaceAll(MARK, "$1");
    String html = html(code, language);
    assertThat(marked(html)).isEqualTo(expected);
    assertThat(Jsoup.parseBodyFragment("<pre>x" + html + "</pre>").wholeText())
        .isEqualTo("x" + code);
  }

  @ParameterizedTest
  @CsvSource({
    "python,'py,Python3,ipython,ipython3'",
    "r,'R,ir'",
    "julia,jl",
    "scala,'sc,scala3'",
    "java,jshell",
    "kotlin,'kt,kts'",
    "javascript,'js,JavaScript,mjs,node'",
    "typescript,'ts,tsx'",
    "bash,'sh,shell,zsh,console'",
    "sql,'postgresql,mysql,sqlite'",
    "cpp,'c++,C++17,cc,c,cuda'",
    "rust,rs",
    "go,golang",
    "ruby,rb",
    "yaml,yml",
    "json,'jsonc,geojson'"
  })
  void knowsLanguagesByTheirOtherNames(String language, String names) throws IOException {
    String code = snippet(language).replaceAll(MARK, "$1");
    for (String name : names.split(",")) {
      assertThat(html(code, name)).as(name).isEqualTo(html(code, language));
    }
  }

  /** What would take hours if any place were looked at again and again. */
  @Timeout(100)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "python",
        "r",
        "julia",
        "scala",
        "java",
        "kotlin",
        "javascript",
        "typescript",
        "bash",
        "sql",
        "cpp",
        "rust",
        "go",
        "ruby",
        "yaml",
        "json"
      })
  void takesHugeAndBrokenCode(String language) {
    for (String piece :
        new String[] {"f(a, 1.5) + ", "\"a ", "(/[", "`${", "/* ", "<<A ", "r###", "${", " "}) {
      String line = piece.repeat(1_000_000 / piece.length());
      CodeHighlighter.write(line, language, new HtmlWriter(Writer.nullWriter()));
    }
    String open = "\"" + "x".repeat(5_000_000);
    assertThat(html(open, language)).contains("x".repeat(5_000_000));
  }
}
