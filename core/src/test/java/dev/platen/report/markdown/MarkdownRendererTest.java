package dev.platen.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.notebook.MimeBundle;
import dev.platen.report.html.HtmlWriter;
import dev.platen.report.html.PageImages;
import dev.platen.report.tex.MathRenderer;
import dev.platen.report.tex.MathWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownRendererTest {

  private static String html(String markdown, Map<String, MimeBundle> attachments) {
    MarkdownDocument document = MarkdownDocument.parse(markdown, "7");
    Outline outline = Outline.of(List.of(document), "Report");
    CrossReferences references = new CrossReferences(outline);
    references.read(document);
    MarkdownRenderer renderer =
        new MarkdownRenderer(
            outline, references, new MathWriter(MathRenderer.none()), DiagramRenderer.none());
    return HtmlWriter.fragment(
            html ->
                renderer.write(document, new Attachments(attachments, PageImages.inline()), html))
        .markup()
        .strip();
  }

  private static String html(String markdown) {
    return html(markdown, Map.of());
  }

  /** In the table, ¶ is a line break. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '°',
      value = {
        "a *b* **c** `d` ~~e~~ | <p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del></p>",
        "[a](javascript:alert(1)) | <p><a>a</a></p>",
        "[a](&#106;avascript:x) | <p><a>a</a></p>",
        "<javascript:alert(1)> | <p><a>javascript:alert(1)</a></p>",
        "see https://e.org. | <p>see <a href=\"https://e.org\">https://e.org</a>.</p>",
        "![a\"b](https://e.org/x.png) | <p><span class=\"absent\">Image not in this file: <a href=\"https://e.org/x.png\">a\"b</a></span></p>",
        "a_1 $a_1 * b_2$ c_2 | <p>a_1 <code class=\"tex\">a_1 * b_2</code> c_2</p>",
        "$x<y$ | <p><code class=\"tex\">x&lt;y</code></p>",
        "`$x$` | <p><code>$x$</code></p>",
        "\\$5 and \\$6 | <p>$5 and $6</p>",
        "costs $5 and $10 | <p>costs $5 and $10</p>",
        "\\[not math\\] | <p>[not math]</p>",
        "<b>x | <div class=\"plain\"><p><b>x</b></p></div>",
        "<b onclick=x>$y$</b> | <div class=\"plain\"><p><b><code class=\"tex\">y</code></b></p></div>",
        "<script>alert(1)</script> | <div class=\"plain\"></div>",
        "<x-slot n=\"0\"></x-slot> $y$ | <div class=\"plain\"><p><code class=\"tex\">y</code> <code class=\"tex\">y</code></p></div>",
        "&lt;x-slot n=\"0\"> | <p>&lt;x-slot n=&quot;0&quot;&gt;</p>",
      })
  void writesMarkdown(String markdown, String expected) {
    assertThat(html(markdown.replace('¶', '\n'))).isEqualTo(expected);
  }

  @Test
  void keepsBlockMathFromMarkdown() {
    assertThat(html("text\n$$\na = b\n\n- c\n= d\n$$.\nmore"))
        .isEqualTo(
            """
            <p>text</p>
            <p><span class="math"><code class="tex">a = b

            - c
            = d</code></span>.</p>
            <p>more</p>""");
    assertThat(html("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}"))
        .isEqualTo(
            """
            <p><span class="math"><code class="tex">\\begin{align}
            a &amp;= b \\\\
            c &amp;= d
            \\end{align}</code></span></p>""");
  }

  @Test
  void leavesDollarsThatNeverCloseAlone() {
    assertThat(html("$$\nabc\n\n# Head")).contains("<p>$$\nabc</p>").contains("<h2 id=\"h-head\">");
    assertThat(html("so: $$\nx\n$$\nand $$y$$"))
        .isEqualTo(
            """
            <p>so: <span class="math"><code class="tex">x</code></span>
            and <span class="math"><code class="tex">y</code></span></p>""");
  }

  @Test
  void givesHeadingsIdsOfTheirOwnAndFindsThemByTheNamesOfOthers() {
    assertThat(html("## My *Results*!\n## My Results!\n[a](#My-Results!) [b](#my-results) [c](#x)"))
        .isEqualTo(
            """
            <h2 id="h-my-results">My <em>Results</em>!<a class="anchor" href="#h-my-results" aria-label="Link to this section">#</a></h2>
            <h2 id="h-my-results-2">My Results!<a class="anchor" href="#h-my-results-2" aria-label="Link to this section">#</a></h2>
            <p><a href="#h-my-results">a</a> <a href="#h-my-results">b</a> <a href="#u-x">c</a></p>""");
  }

  @Test
  void takesTheHeadingThatRepeatsTheTitleAway() {
    assertThat(html("# Report\n\ntext [up](#Report)"))
        .isEqualTo("<p>text <a href=\"#h-title\">up</a></p>");
  }

  @Test
  void whatIsTooLongForALabelIsNotLookedUp() {
    List<Object> asked = new ArrayList<>();
    InlineParserContext all =
        (InlineParserContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {InlineParserContext.class},
                (proxy, method, arguments) -> asked.add(arguments[1]) ? null : "");
    ShortLabels.Context context = new ShortLabels.Context(all);
    context.getDefinition(LinkReferenceDefinition.class, "a".repeat(1000));
    assertThat(asked).isEmpty();
    context.getDefinition(LinkReferenceDefinition.class, "a".repeat(999));
    assertThat(asked).hasSize(1);
  }

  @Test
  void showsAttachments() {
    Map<String, MimeBundle> attachments =
        Map.of("my fig.gif", MimeBundle.ofText("image/gif", "R0lGODlh"));
    assertThat(html("![f](attachment:my%20fig.gif)", attachments))
        .isEqualTo("<p><img src=\"data:image/gif;base64,R0lGODlh\" alt=\"f\"></p>");
    assertThat(html("<img src=\"attachment:my fig.gif\" alt=f>", attachments))
        .contains("<img src=\"data:image/gif;base64,R0lGODlh\" alt=\"f\">");
    assertThat(html("![f](attachment:none.gif)", attachments))
        .isEqualTo("<p><span class=\"absent\">Image not in this file: f</span></p>");
  }

  @Test
  void coloursCodeOfFences() {
    assertThat(html("```python\nimport x\n```\n\n```\n<b>\n```"))
        .isEqualTo(
            """
            <pre class="code"><code><span class="k">import</span> x</code></pre>
            <pre class="code"><code>&lt;b&gt;</code></pre>""");
  }

  @Test
  void setsFootnotesOfCellsApart() {
    assertThat(html("a[^n]\n\n[^n]: note"))
        .contains("<a href=\"#fn7-fn-n\" id=\"fn7-fnref-n\"")
        .contains("<li id=\"fn7-fn-n\">")
        .contains("<a href=\"#fn7-fnref-n\"");
  }

  private static String callout(String kind, String title, String content) {
    return "<div class=\"callout %s\"><p class=\"callout-title\">%s</p>\n%s\n</div>"
        .formatted(kind, title, content);
  }

  @Test
  void writesCalloutsOfEveryDialect() {
    String note = callout("note", "Note", "<p>a <em>b</em></p>");
    assertThat(html("> [!NOTE]\n> a *b*")).isEqualTo(note);
    assertThat(html("::: {.callout-note}\na *b*\n:::")).isEqualTo(note);
    assertThat(html(":::{note}\n:class: dropdown\na *b*\n:::")).isEqualTo(note);
    assertThat(html("::: note\na *b*\n:::")).isEqualTo(note);
    assertThat(html("```{note}\n:class: dropdown\n\na *b*\n```")).isEqualTo(note);
    assertThat(html("> [!warning]- <b>Hot</b>\n>\n> <i>a</i>"))
        .contains("<p class=\"callout-title\">Hot</p>")
        .startsWith("<div class=\"plain\"><div class=\"callout warning\">");
    assertThat(html("::: {.callout-tip title=\"T & U\" collapse=\"true\"}\na\n:::"))
        .isEqualTo(callout("tip", "T &amp; U", "<p>a</p>"));
    assertThat(html("::: {.callout-caution}\n## Mind\n\na\n:::"))
        .isEqualTo(callout("caution", "Mind", "<p>a</p>"));
    assertThat(html(":::{seealso}\na\n:::")).isEqualTo(callout("note", "See also", "<p>a</p>"));
  }

  @Test
  void calloutsHoldBlocksAndOtherCallouts() {
    String inner = callout("tip", "Tip", "<p>in</p>");
    assertThat(html("::: note\n::: tip\nin\n:::\nout\n:::\nafter"))
        .isEqualTo(callout("note", "Note", inner + "\n<p>out</p>") + "\n<p>after</p>");
    assertThat(html("````{note}\n```{tip}\nin\n```\n````"))
        .isEqualTo(callout("note", "Note", inner));
    assertThat(html("> [!TIP]\n> ```python\n> import x\n> ```")).contains("<span class=\"k\">");
  }

  @Test
  void leavesOtherQuotesFencesAndColonsAsTheyAre() {
    assertThat(html("> [!ODD]\n> a")).startsWith("<blockquote>");
    assertThat(html("> [NOTE] a")).startsWith("<blockquote>");
    assertThat(html("::: {.column width=\"50%\"}\na\n:::")).isEqualTo("<p>a</p>");
    assertThat(html("::: {#notes-1 .notepad}\na\n:::")).isEqualTo("<p>a</p>");
    assertThat(html("```{python}\nimport x\n```")).startsWith("<pre class=\"code\">");
    assertThat(html(":::")).isEqualTo("<p>:::</p>");
    assertThat(html(": a")).isEqualTo("<p>: a</p>");
    assertThat(html("a :b\n:c")).isEqualTo("<p>a :b\n:c</p>");
  }

  @Test
  void writesDefinitionLists() {
    assertThat(html("*T*\n: one\n: two\n\n    more\n\nU\nV\n:   three\nlazy\n\nafter"))
        .isEqualTo(
            """
            <dl>
            <dt><em>T</em></dt>
            <dd>one</dd>
            <dd>
            <p>two</p>
            <p>more</p>
            </dd>
            <dt>U</dt>
            <dt>V</dt>
            <dd>three
            lazy</dd>
            </dl>
            <p>after</p>""");
    assertThat(html("a\nb\nc\nT\n: d"))
        .isEqualTo("<p>a\nb\nc</p>\n<dl>\n<dt>T</dt>\n<dd>d</dd>\n</dl>");
  }

  @Test
  void takesTermsThatABlankLinePartsFromWhatTheyMean() {
    assertThat(html("T\n\n: one\n\n: two\n\nU *v*\nV\n\n:   three\n\nafter"))
        .isEqualTo(
            """
            <dl>
            <dt>T</dt>
            <dd>one</dd>
            <dd>two</dd>
            <dt>U <em>v</em></dt>
            <dt>V</dt>
            <dd>three</dd>
            </dl>
            <p>after</p>""");
    assertThat(html("# H\n\n: a")).contains("<p>: a</p>");
    assertThat(html("a\nb\nc\nd\n\n: e")).isEqualTo("<p>a\nb\nc\nd</p>\n<p>: e</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '°',
      value = {
        "py | «import» x",
        "Python title=\"x\" | «import» x",
        "{python} | «import» x",
        "{.python .numberLines} | «import» x",
        "{code-cell} ipython3 | «import» x",
        "{code-block} python | «import» x",
        "python{1,3} | «import» x",
        "python:lib/x.py | «import» x",
        "text | import x",
      })
  void readsTheLanguageOfAFence(String info, String expected) {
    assertThat(html("```" + info + "\nimport x\n```"))
        .isEqualTo(
            "<pre class=\"code\"><code>%s</code></pre>"
                .formatted(expected.replace("«", "<span class=\"k\">").replace("»", "</span>")));
  }

  @Test
  void leavesMoneyInTablesAlone() {
    String table = html("| a | b |\n|---|---|\n| $5 | $6.50 |\n| from $1 to $2 | $x_1$ |");
    assertThat(table).contains("<td>$5</td>", "<td>$6.50</td>", "<td>from $1 to $2</td>");
    assertThat(table).contains("<td><code class=\"tex\">x_1</code></td>");
  }

  /** In the table, ¶ is a line break, and a slash stands between cells. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '°',
      value = {
        "| a | $p(y|x)$ |¶|---|---|¶| $|x|$ | b |; a / «p(y|x)» / «|x|» / b",
        "a | \\(p(y|x)\\)¶---|---¶\\\\(|x|\\\\) | $$y|x$$; a / «p(y|x)» / «|x|» / <span class=\"math\">«y|x»</span>",
        "> | a | b |¶> |---|---|¶> | 1 | *c* $y|x$ $z|x$ |; a / b / 1 / <em>c</em> «y|x» «z|x»",
        "| a | $y\\|x$ |¶|---|---|¶| $y\\|x|z$ | $5 \\| $6 |; a / «y|x» / «y|x|z» / $5 | $6",
        "| a | b |¶|---|---|¶| $5 | $6 | $7 |; a / b / $5 / $6",
        "|US$|CA$|¶|---|---|¶|$HOME|$PATH|; US$ / CA$ / $HOME / $PATH",
        "| a | b |¶|---|---|¶| `$y|x$` | 1 |; a / b / `$y / x$`",
        "| a |¶|---|¶| \\$y|x$ |; a / $y",
        "| a | $y|x$ |¶|---|; °°",
        "| `$y|x$` |¶|---|; °°",
      })
  void endsNoCellAtAPipeOfAFormula(String markdown, String expected) {
    Matcher cell =
        Pattern.compile("<t[hd]>(.*?)</t[hd]>").matcher(html(markdown.replace('¶', '\n')));
    assertThat(cell.results().map(found -> found.group(1)).collect(Collectors.joining(" / ")))
        .isEqualTo(expected.replace("«", "<code class=\"tex\">").replace("»", "</code>"));
  }

  @Test
  void escapesNoPipeOutsideTables() {
    assertThat(html("| a | $y|x$ |\n|---|\n\n    | $y|x$ |"))
        .contains("<code class=\"tex\">y|x</code>", "<code>| $y|x$ |");
  }

  private static final String LABELLED =
      """
      ## Way {#sec-way}

      $$
      a = b
      $$ {#eq-a}

      See $$c$$ {#eq-c}.

      ![Loss *both*](https://e.org/x.png){#fig-loss fig-alt="Two lines" width=50%}

      | a |
      |---|
      | 1 |

      : Sizes {#tbl-sizes}

      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '°',
      value = {
        "@fig-loss shows | <a href=\"#u-fig-loss\">Figure 1</a> shows",
        "(see @fig-loss, @tbl-sizes). | (see <a href=\"#u-fig-loss\">Figure 1</a>, <a href=\"#u-tbl-sizes\">Table 1</a>).",
        "[@eq-c] | <a href=\"#u-eq-c\">Equation 2</a>",
        "@eq-a. | <a href=\"#u-eq-a\">Equation 1</a>.",
        "in @sec-way | in <a href=\"#h-way\">Way</a>",
        "[way](#sec-way) | <a href=\"#h-way\">way</a>",
        "*@Fig-loss* | <em><a href=\"#u-fig-loss\">Figure 1</a></em>",
        "@fig-other and @user | @fig-other and @user",
        "`@fig-loss` | <code>@fig-loss</code>",
        "x@fig-loss | x@fig-loss",
        "[a @fig-loss b](https://e.org) | <a href=\"https://e.org\">a @fig-loss b</a>",
      })
  void refersToWhatIsLabelled(String text, String expected) {
    assertThat(html(LABELLED + text)).endsWith("<p>" + expected + "</p>");
  }

  @Test
  void leavesAddressesOfPeopleAlone() {
    assertThat(html(LABELLED + "a@fig-loss.org, me@e.org"))
        .contains("mailto:a@fig-loss.org")
        .contains("mailto:me@e.org")
        .doesNotContain("href=\"#u-fig-loss\"");
  }

  @Test
  void numbersWhatIsLabelled() {
    assertThat(html(LABELLED))
        .contains("<h2 id=\"h-way\">Way<a ")
        .contains(
            "<span class=\"equation\" id=\"u-eq-a\"><span class=\"math\"><code class=\"tex\">a = b</code></span><span class=\"number\">(1)</span></span>")
        .contains("<code class=\"tex\">c</code></span><span class=\"number\">(2)</span></span>.")
        .contains("<figure class=\"out\" id=\"u-fig-loss\">")
        .contains(">Two lines</a>")
        .contains("<figcaption>Figure 1: Loss <em>both</em></figcaption>")
        .contains("<p class=\"caption\" id=\"u-tbl-sizes\">Table 1: Sizes</p>")
        .doesNotContain("{#");
  }

  @Test
  void leavesOtherBracesAsTheyAre() {
    assertThat(html("## Set {a}")).contains("Set {a}<a ");
    assertThat(html("$$x$$ {a} {#b c")).contains(" {a} {#b c");
    assertThat(html("{".repeat(20_000) + "\n\n## " + "{#a ".repeat(5000) + "}")).contains("{#a");
  }

  @Test
  void survivesDeepNesting() {
    assertThat(html("::: note\n".repeat(3000) + "x")).contains("x");
    assertThat(html("a\n" + ": ".repeat(3000) + "x")).contains("x");
    assertThat(html("> [!NOTE]\n".repeat(3000) + "> x")).contains("x");
    assertThat(html("> ".repeat(5000) + "x")).contains("x");
    assertThat(html("*a ".repeat(3000))).contains("a");
    assertThat(html("[".repeat(5000))).contains("[");
    assertThat(html("$".repeat(5000))).contains("$");
  }
}
