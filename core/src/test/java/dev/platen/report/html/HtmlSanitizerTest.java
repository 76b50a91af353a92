package dev.platen.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlSanitizerTest {

  private static SanitizedHtml read(String markup) {
    return new HtmlSanitizer(LinkTargets.harmless(), PageImages.inline()).read(markup);
  }

  private static String clean(String markup) {
    return HtmlWriter.fragment(read(markup)::write).markup();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<script>alert(1)</script>ok | ok",
        "<b onclick=alert(1)>b</b> | <b>b</b>",
        "<img src=x onerror=alert(1)> | <span class=\"absent\">Image not in this file: <a href=\"x\">x</a></span>",
        "<a href=\"javascript:alert(1)\">a</a> | <a>a</a>",
        "<a href=\"java\tscript:alert(1)\">a</a> | <a>a</a>",
        "<a href=\" &#1;jAvAsCrIpT:alert(1)\">a</a> | <a>a</a>",
        "<a href=\"data:text/html,x\">a</a> | <a>a</a>",
        "<a href=\"//evil.example/x\">a</a> | <a>a</a>",
        "<a href=\"\\\\evil\\x\">a</a> | <a>a</a>",
        "<a href=\"https://e.org/?a=1&b=2\">a</a> | <a href=\"https://e.org/?a=1&amp;b=2\">a</a>",
        "<iframe src=\"https://e.org\">no</iframe>x | <span class=\"absent\">Page not in this file: <a href=\"https://e.org\">https://e.org</a></span>x",
        "<iframe src=\"javascript:alert(1)\"></iframe>x | x",
        "<iframe src=\"https://e.org\" srcdoc=\"<b>b</b>\"></iframe>x | x",
        "<form action=/x><input name=q>x</form> | x",
        "<style>b{color:red}</style><b>x</b> | <b>x</b>",
        "<math><mi xlink:href=\"javascript:1\">x</mi></math>y | y",
        "<template><b>x</b></template>y | y",
        "<title>x</title>y | y",
        "</div></div></main>x | x",
        "<b><i>x | <b><i>x</i></b>",
        "<!-- <b> -->x | x",
        "<custom-tag a=b>x</custom-tag> | x",
        "<base href=//e.org>x | x",
        "<p style=\"color: RED; position: fixed; background: url(x)\">x</p> | <p class=\"fx\" style=\"--l:#d90000;--d:#ff3333\">x</p>",
        "<p style=\"width: expression(alert(1)); margin: -5px\">x</p> | <p>x</p>",
        "<p id=location class=\"hidden dataframe\">x</p> | <p id=\"u-location\" class=\"dataframe\">x</p>",
        "<td>x</td> | x",
        "<a href=#x>a<a href=#y>b</a></a> | <a href=\"#x\">a</a><a href=\"#y\">b</a>",
      })
  void keepsOnlyWhatIsHarmless(String hostile, String expected) {
    assertThat(clean(hostile)).isEqualTo(expected);
  }

  @Test
  void keepsTablesWhole() {
    String table =
        "<table><caption>c</caption><thead><tr><th scope=\"col\" colspan=\"2\">h</th></tr></thead>"
            + "<tbody><tr><td rowspan=\"2\">a</td><td>b</td></tr></tbody></table>";
    assertThat(clean(table)).isEqualTo(table);
  }

  @Test
  void alignsColumnsOfNumbersToTheRight() {
    assertThat(
            clean(
                "<table><thead><tr><th></th><th>n</th><th>s</th></tr></thead><tbody>"
                    + "<tr><th>0</th><td>-1.5e3</td><td>x</td></tr>"
                    + "<tr><th>1</th><td>NaN</td><td>2</td></tr></tbody></table>"))
        .isEqualTo(
            "<table><thead><tr><td></td><th class=\"num\">n</th><th>s</th></tr></thead><tbody>"
                + "<tr><th>0</th><td class=\"num\">-1.5e3</td><td>x</td></tr>"
                + "<tr><th>1</th><td class=\"num\">NaN</td><td>2</td></tr></tbody></table>");
  }

  @Test
  void movesScopedRulesToTheirElements() {
    String styler =
        "<style>/* c */ #T_1_row0_col0, #T_1 td.x {background-color: #fff7b2; position: fixed}"
            + " td {color: red} @media print {#T_1 {color: red}}</style>"
            + "<table id=T_1><tbody><tr><td id=T_1_row0_col0>a</td><td class=x style='color: blue'>b"
            + "</td></tr></tbody></table>";
    assertThat(clean(styler))
        .isEqualTo(
            "<table id=\"u-T_1\"><tbody><tr>"
                + "<td id=\"u-T_1_row0_col0\" style=\"background-color: #fff7b2\">a</td>"
                + "<td style=\"background-color: #fff7b2; color: blue\">b</td></tr></tbody></table>");
    assertThat(read(styler).isPainted()).isTrue();
  }

  @Test
  void showsVectorImagesAsImages() {
    assertThat(clean("<svg viewBox='0 0 1 1' width='5'><script>alert(1)</script></svg>"))
        .startsWith("<img src=\"data:image/svg+xml;base64,")
        .endsWith("\" alt=\"\" width=\"5\">");
  }

  @Test
  void givesDrawingsWhatXmlAsksFor() {
    assertThat(clean("<svg><title>&nbsp;</title><use xlink:href='#a'><br></svg>"))
        .startsWith("<img src=\"data:image/svg+xml;base64,");
    assertThat(clean("<svg><g inkscape:label='x'/></svg>"))
        .contains("Not shown in this report: a drawing that isn't SVG");
  }

  @Test
  void keepsImagesInTheAddressOnlyIfTheyAreImages() {
    assertThat(clean("<img alt=a src=\"data:image/gif;base64,R0lGODlh\">"))
        .isEqualTo("<img src=\"data:image/gif;base64,R0lGODlh\" alt=\"a\">");
    assertThat(clean("<img alt=a src=\"data:image/png;base64,R0lGODlh\">"))
        .isEqualTo("<span class=\"absent\">Image not in this file: a</span>");
  }

  @Test
  void survivesDeepNesting() {
    String deep = "<div>".repeat(20_000) + "x";
    assertThat(clean(deep)).contains("x").hasSizeLessThan(5_000);
  }

  @Test
  void tellsWhatItFound() {
    assertThat(read("<div id=plot></div><script>draw()</script>"))
        .matches(SanitizedHtml::isScripted)
        .matches(SanitizedHtml::isBlank);
    assertThat(read("<b>x</b>"))
        .matches(html -> !html.isScripted())
        .matches(html -> !html.isBlank())
        .matches(html -> !html.isPainted());
  }

  @Test
  void fillsItsSlotsAndNoOthers() {
    SanitizedHtml html =
        new HtmlSanitizer(LinkTargets.harmless(), PageImages.inline())
            .read(
                "<p><x-slot n=\"0\"></x-slot><x-slot n=\"7\"></x-slot>"
                    + "<b title='<x-slot n=\"0\"></x-slot>'>t</b></p>",
                java.util.List.of(TrustedHtml.vouchedFor("<i>ours</i>")));
    assertThat(HtmlWriter.fragment(html::write).markup())
        .isEqualTo(
            "<p><i>ours</i><b title=\"&lt;x-slot n=&quot;0&quot;&gt;&lt;/x-slot&gt;\">t</b></p>");
  }
}
