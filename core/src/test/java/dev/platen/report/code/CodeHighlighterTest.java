package dev.platen.report.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.report.html.HtmlWriter;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeHighlighterTest {

  private static String html(String code, String language) {
    return HtmlWriter.fragment(html -> CodeHighlighter.write(code, language, html)).markup();
  }

  /** In the table, {k:word} stands for a span of class k, and ¶ for a line break. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "import numpy as np | «k:import» numpy «k:as» np",
        "def f(x): return None | «k:def» «n:f»(x)«o::» «k:return» «l:None»",
        "class A(B): pass | «k:class» «n:A»(B)«o::» «k:pass»",
        "@cache.lru¶async def f(): await g | «d:@cache.lru»¶«k:async» «k:def» «n:f»()«o::» «k:await» g",
        "x = 1_000.5e-3 + 0xFF + .5 + 1j | x «o:=» «m:1_000.5e-3» «o:+» «m:0xFF» «o:+» «m:.5» «o:+» «m:1j»",
        "len(x); obj.len; len=3 | «b:len»(x); obj.len; len«o:=»«m:3»",
        "'a\\'b' + rb\"c\" | «s:'a\\'b'» «o:+» «s:rb\"c\"»",
        "'open¶x | «s:'open»¶x",
        "f\"a {x!r:>{w}} {{b}}\" | «s:f\"a »«i:{»x«s:!r:>{w}»«i:}»«s: {{b}}\"»",
        "f'{d[\"k\"]}' | «s:f'»«i:{»d[«s:\"k\"»]«i:}»«s:'»",
        "# x = 1 | «c:# x = 1»",
        "?len¶x.y? | «g:?len»¶x.y«g:?»",
        "a = !ls *.csv¶b = %sql select 1¶! pwd | a «o:=» «g:!ls *.csv»¶b «o:=» «g:%sql select 1»¶«g:! pwd»",
        "%matplotlib inline¶!ls -l | «g:%matplotlib inline»¶«g:!ls -l»",
        "x = (a¶  % b) | x «o:=» (a¶  «o:%» b)",
        "match x:¶  case 1: match = 2 | «k:match» x«o::»¶  case «m:1»«o::» match «o:=» «m:2»",
        "é = 'ü' | é «o:=» «s:'ü'»",
      })
  void coloursPython(String code, String expected) {
    String markup =
        html(code.replace('¶', '\n'), "python")
            .replaceAll("<span class=\"(\\w)\">", "«$1:")
            .replace("</span>", "»")
            .replace("&gt;", ">");
    assertThat(markup).isEqualTo(expected.replace('¶', '\n'));
  }

  @Test
  void coloursTheRestOfACellMagicInItsLanguage() {
    assertThat(html("%%bash\nfor f in a; do echo $f; done", "python"))
        .startsWith("<span class=\"g\">%%bash\n</span><span class=\"k\">for</span> f");
    assertThat(html("%%time\nimport x", "python"))
        .isEqualTo("<span class=\"g\">%%time\n</span><span class=\"k\">import</span> x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%%sql postgres://x¶SELECT 1 | «k:SELECT» «m:1»",
        "%%html¶<b>x</b> | <«k:b»>x</«k:b»>",
        "%%javascript¶let x | «k:let» x",
        "%%R -i df¶x <- NULL | x «o:<-» «l:NULL»",
        "%%writefile lib/x.py¶import y | «k:import» y",
        "%%writefile -a x.yml¶a: 1 | «n:a»«o::» «m:1»",
        "%%writefile notes.txt¶import y | import y",
        "%%script ruby¶nil | «l:nil»",
        "%%capture out¶import x | «k:import» x",
        "%%sh¶fi | «k:fi»",
      })
  void coloursCellMagics(String code, String rest) {
    String marked = marked(code.replace('¶', '\n'), "ipython3");
    assertThat(marked).startsWith("«g:%%").endsWith("\n»" + rest);
  }

  @Test
  void writesUnknownLanguagesPlain() {
    assertThat(html("let <x>", "klingon")).isEqualTo("let &lt;x&gt;");
    assertThat(html("x", "")).isEqualTo("x");
  }

  private static String marked(String code, String language) {
    return html(code, language)
        .replaceAll("(?s)<span class=\"(\\w)\">(.*?)</span>", "«$1:$2»")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }

  @Test
  void coloursR() {
    assertThat(marked("x.y <- c(1L, .5e-3, NA) # one", "R"))
        .isEqualTo("x.y «o:<-» «b:c»(«m:1L», «m:.5e-3», «l:NA») «c:# one»");
    assertThat(marked("f <- function(a) if (a %in% b) 'it\\'s'", "ir"))
        .isEqualTo("f «o:<-» «k:function»(a) «k:if» (a «o:%in%» b) «s:'it\\'s'»");
    assertThat(marked("df$mean(x); mean(x); `a b`", "r"))
        .isEqualTo("df«o:$»mean(x); «b:mean»(x); `a b`");
    assertThat(marked("'open\nx", "r")).isEqualTo("«s:'open\nx»");
  }

  @Test
  void coloursJulia() {
    assertThat(marked("function f(x) x' * A' end #= a\nb =# 'c'", "julia"))
        .isEqualTo("«k:function» «n:f»(x) x' «o:*» A' «k:end» «c:#= a\nb =#» «s:'c'»");
    assertThat(marked("@time push!(v, 1_000.5e-3, 1:3)!=x!=nothing", "julia"))
        .isEqualTo(
            "«d:@time» «b:push!»(v, «m:1_000.5e-3», «m:1»«o::»«m:3»)«o:!=»x«o:!=»«l:nothing»");
    assertThat(marked("\"\"\"a \"b\"\nc\"\"\" * \"d\"", "jl"))
        .isEqualTo("«s:\"\"\"a \"b\"\nc\"\"\"» «o:*» «s:\"d\"»");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python",
        "bash",
        "sql",
        "json",
        "html",
        "javascript",
        "java",
        "c++",
        "yaml",
        "kotlin",
        "scala",
        "rust",
        "go",
        "ruby",
        "xml",
        "css",
        "latex",
        "typescript",
        "lua",
        "perl",
        "r",
        "julia"
      })
  void neverChangesTheText(String language) {
    String[] pieces = {
      "x", " ", "\n", "\"", "'", "'''", "{", "}", "f\"", "#", "//", "/*", "*/", "<b>", "&", "\\",
      "%%", "%", "!", "def", "class", "1.5", "0x", "(", ")", ":", "@", "é", "😀", "\t", "`", "$",
      "--", "<!--", "<?", "]]>", "1e", "match"
    };
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder code = new StringBuilder("x");
      for (int i = random.nextInt(60); i > 0; i--) {
        code.append(pieces[random.nextInt(pieces.length)]);
      }
      String text =
          Jsoup.parseBodyFragment("<pre>" + html(code.toString(), language) + "</pre>")
              .select("pre")
              .first()
              .wholeText();
      assertThat(text).as("seed %d", seed).isEqualTo(code.toString());
    }
  }
}
