package dev.platen.report.math;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whatever the formula, the markup is well-formed and harmless, and the work is bounded. */
class HostileTexTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("math semantics annotation mrow mi mn mo mtext mspace mfrac msqrt mroot msub msup msubsup"
                  + " munder mover munderover mtable mtr mtd mstyle mpadded mphantom")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("display mathvariant form stretchy symmetric lspace rspace movablelimits"
                  + " minsize maxsize width height depth linethickness displaystyle scriptlevel"
                  + " mathsize mathcolor mathbackground accent accentunder")
              .split(" "));

  private static final String[] PIECES = {
    "{",
    "}",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "^",
    "_",
    "'",
    "&",
    "$",
    "#",
    "#1",
    "~",
    "%\n",
    " ",
    "\n",
    "<",
    ">",
    "\"",
    "</annotation>",
    "<script>",
    "]]>",
    "a",
    "b",
    "x",
    "1",
    "23",
    ".",
    ",",
    "+",
    "-",
    "=",
    "|",
    "é",
    "漢",
    "𝔸",
    "\u0301",
    "\\",
    "\\\\",
    "\\\\[1pt]",
    "\\frac",
    "\\sqrt",
    "\\sqrt[3]",
    "\\left(",
    "\\right)",
    "\\left",
    "\\right",
    "\\middle|",
    "\\bigl(",
    "\\sum",
    "\\int",
    "\\lim",
    "\\limits",
    "\\nolimits",
    "\\hat",
    "\\underbrace",
    "\\overset",
    "\\mathbf",
    "\\mathrm",
    "\\bf",
    "\\text{",
    "\\text{a $x$}",
    "\\operatorname{",
    "\\operatorname*",
    "\\begin{pmatrix}",
    "\\end{pmatrix}",
    "\\begin{align}",
    "\\end{align}",
    "\\begin{cases}",
    "\\end{cases}",
    "\\begin{array}{l|c}",
    "\\end{array}",
    "\\hline",
    "\\tag{1}",
    "\\color{red}",
    "\\color{\"x}",
    "\\textcolor{#fff}",
    "\\boxed",
    "\\phantom",
    "\\xrightarrow",
    "\\substack{",
    "\\pmod",
    "\\not",
    "\\newcommand{\\q}[1]{#1#1}",
    "\\def\\r{\\q x}",
    "\\q",
    "\\r",
    "\\let\\s=\\r",
    "\\s",
    "\\over",
    "\\choose",
    "\\hspace{1em}",
    "\\kern-3pt",
    "\\!",
    "\\displaystyle",
    "\\large",
    "\\alpha",
    "\\le",
    "\\dots",
    "\\href{javascript:x}",
    "\\label{a}",
    "\\ref{<}",
    "\\class{x}",
    "\\style{x}",
    "\\binom",
    "\\genfrac()",
    "\\cancel",
    "\\DeclareMathOperator{\\t}{t}",
    "\\t",
    "\\prime",
    "\\ket"
  };

  private static final String[] GROUPS = {
    "{%s}",
    "\\frac{%s}{%s}",
    "\\sqrt{%s}",
    "\\left(%s\\right]",
    "\\begin{pmatrix}%s&%s\\end{pmatrix}",
    "x_{%s}^{%s}",
    "\\hat{%s}",
    "\\begin{aligned}%s&=%s\\\\%s\\end{aligned}",
    "\\boldsymbol{%s}",
    "\\text{<&\" $%s$}",
    "\\underbrace{%s}_{%s}",
    "\\textcolor{red}{%s}",
    "\\xrightarrow[%s]{%s}"
  };

  private static final String[][] NESTING = {
    {"{", "}"},
    {"\\sqrt{", "}"},
    {"x^{", "}"},
    {"\\left(", "\\right)"},
    {"\\hat ", ""},
    {"\\displaystyle ", ""},
    {"\\text{$", "$}"},
    {"\\text{\\textbf{", "}}"},
    {"\\sqrt[", "]x"},
    {"\\begin{matrix}", "\\end{matrix}"},
    {"1\\over ", ""},
    {"\\color{red}", ""}
  };

  @Test
  void theMarkupOfAnyFormulaIsWellFormedAndHarmless() throws Exception {
    DocumentBuilder xml = xml();
    Random random = new Random(20_261_103);
    int shown = 0;
    for (int i = 0; i < 6_000; i++) {
      String tex = i % 2 == 0 ? soup(random) : sensible(random, 4);
      Optional<String> markup = TexMath.toMathml(tex, random.nextBoolean());
      if (markup.isPresent()) {
        shown++;
        assertThat(harm(tex, parse(xml, markup.get()))).as(tex).isEmpty();
      }
    }
    assertThat(shown).as("formulas that were shown at all").isGreaterThan(2_500);
  }

  @Test
  void theGoldenFormulasAreWellFormedAndHarmless() throws Exception {
    DocumentBuilder xml = xml();
    for (Formulas.Case c : Formulas.read().shown().toList()) {
      String markup = TexMath.toMathml(c.tex(), c.display()).orElseThrow();
      assertThat(harm(c.tex(), parse(xml, markup))).as(c.tex()).isEmpty();
    }
  }

  @Test
  void formulasMayBeDeepAndAreRefusedWhenTheyAreDeeper() {
    for (String[] pair : NESTING) {
      assertThat(TexMath.toMathml(nested(pair, 30), false)).as(pair[0]).isPresent();
      assertThat(TexMath.toMathml(nested(pair, 4_000), false)).as(pair[0]).isEmpty();
    }
  }

  @Test
  void theDeepestFormulaNeedsLessThanHalfOfAThreadsUsualStack() throws Exception {
    List<String> refused = new ArrayList<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable deepest =
        () -> {
          for (String[] pair : NESTING) {
            int levels = Parser.DEEPEST;
            while (TexMath.toMathml(nested(pair, levels), false).isEmpty()) {
              levels--;
            }
            if (levels < 33) {
              refused.add(pair[0] + " at " + levels);
            }
          }
        };
    Thread thread = new Thread(null, deepest, "small stack", 512 * 1024);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
    assertThat(refused).isEmpty();
  }

  @Test
  void aFormulaOf64KilobytesIsShownAndALongerOneRefused() {
    assertThat(TexMath.toMathml("x".repeat(TexMath.LONGEST), false)).isPresent();
    assertThat(TexMath.toMathml("x".repeat(TexMath.LONGEST + 1), false)).isEmpty();
  }

  @Test
  void workAndMarkupGrowNoFasterThanTheFormula() {
    for (String piece :
        List.of(
            "x",
            "1",
            "+",
            "\\mathrm{ab}",
            "'",
            "\\frac ab",
            "{x}",
            "\\,",
            "\\sin ",
            "\\text{a b}",
            "% c\n",
            " ",
            "\\\\",
            "\\sum\\limits",
            "\\newcommand{\\a}[1]{#1}\\a{b}",
            ".",
            "1.")) {
      int once = work(piece, 1_000);
      int twice = work(piece, 2_000);
      assertThat(twice).as(piece).isLessThanOrEqualTo(2 * once + 100);
    }
  }

  @Test
  void lettersThatFormOneWordAreJoinedWithoutGrowingTheMarkup() {
    String word = "a".repeat(60_000);
    assertThat(TexMath.toMathml("\\mathrm{" + word + "}", false).orElseThrow())
        .contains("<mi>" + word + "</mi>")
        .hasSizeLessThan(121_000);
  }

  @Test
  void macrosThatGrowWithoutEndAreRefusedWithinTheBudget() {
    for (String tex :
        List.of(
            "\\def\\a{\\a}\\a",
            "\\def\\a{x\\a}\\a",
            "\\def\\a{\\a\\a}\\a",
            "\\def\\a#1{\\a{#1#1}}\\a x",
            "\\newcommand{\\a}[1][\\a]{#1#1}\\a",
            doubling(40))) {
      Macros macros = new Macros();
      TokenSource source = new TokenSource(tex, macros);
      assertThat(new Attempt(source, macros).succeeds()).as(tex).isFalse();
      // The last step, of at most one macro's body and arguments, is what goes over.
      assertThat(source.spent()).as(tex).isBetween(TokenSource.BUDGET, 2 * TokenSource.BUDGET);
    }
    assertThat(TexMath.toMathml(doubling(10), false)).isPresent();
  }

  @Test
  void aNotebookCantDefineMacrosWithoutEnd() {
    Macros macros = new Macros();
    for (int i = 0; i < 1_000; i++) {
      assertThat(TexMath.toMathml("\\def\\" + letters(i) + "{x}", false, macros)).isPresent();
    }
    assertThat(TexMath.toMathml("\\def\\onemore{x}", false, macros)).isEmpty();
    assertThat(TexMath.toMathml("\\def\\" + letters(0) + "{y}", false, macros)).isPresent();
  }

  private static String letters(int number) {
    return "m"
        + Integer.toString(number)
            .chars()
            .mapToObj(c -> "" + (char) (c + 'a' - '0'))
            .collect(joining());
  }

  private record Attempt(TokenSource source, Macros macros) {
    boolean succeeds() {
      try {
        new Parser(source, macros).formula();
        return true;
      } catch (TexException e) {
        return false;
      }
    }
  }

  private static int work(String piece, int times) {
    Macros macros = new Macros();
    TokenSource source = new TokenSource(piece.repeat(times), macros);
    Markup markup = new Markup();
    new Parser(source, macros).formula().write(markup);
    return source.spent() + markup.toString().length();
  }

  private static String nested(String[] pair, int levels) {
    return pair[0].repeat(levels) + "x" + pair[1].repeat(levels);
  }

  /** Defines a macro for each level that calls the one below it twice. */
  private static String doubling(int levels) {
    StringBuilder tex = new StringBuilder("\\def\\a{x}");
    for (int i = 1; i < levels; i++) {
      String below = "\\" + "a".repeat(i);
      tex.append("\\def").append(below).append("a{").append(below).append(below).append("}");
    }
    return tex.append("\\").append("a".repeat(levels)).toString();
  }

  private static String soup(Random random) {
    StringBuilder tex = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      tex.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return tex.toString();
  }

  /** Mostly balanced, so that most of it is shown. */
  private static String sensible(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return random.nextInt(40) == 0
          ? soup(random)
          : List.of("x", "1", "<", "\\pi", "-", "\"").get(random.nextInt(6));
    }
    String group = GROUPS[random.nextInt(GROUPS.length)];
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      parts.add(sensible(random, depth - 1));
    }
    return String.format(group, parts.toArray());
  }

  private static DocumentBuilder xml() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder xml = factory.newDocumentBuilder();
    xml.setErrorHandler(null);
    return xml;
  }

  private static Document parse(DocumentBuilder xml, String markup)
      throws IOException, SAXException {
    return xml.parse(new InputSource(new StringReader(markup)));
  }

  /** What must not be in the markup of a formula. */
  private static List<String> harm(String tex, Document document) {
    List<String> harm = new ArrayList<>();
    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      String name = element.getTagName();
      if (!ELEMENTS.contains(name)) {
        harm.add("element " + name);
      }
      if (arity(name) > 0 && element.getChildNodes().getLength() != arity(name)) {
        harm.add("children of " + name);
      }
      NamedNodeMap attributes = element.getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        if (!isHarmless(attributes.item(j))) {
          harm.add("attribute " + attributes.item(j));
        }
      }
    }
    String source = document.getElementsByTagName("annotation").item(0).getTextContent();
    if (!tex.contains(source) || source.length() < tex.strip().length() - 6) {
      harm.add("annotation " + source);
    }
    return harm;
  }

  private static boolean isHarmless(Node attribute) {
    String value = attribute.getNodeValue();
    return switch (attribute.getNodeName()) {
      case "class" -> value.matches("math-[a-z0-9-]+( math-[a-z0-9-]+)*");
      case "mathcolor", "mathbackground" -> value.matches("#?[a-z0-9]+");
      case "xmlns" -> value.equals("http://www.w3.org/1998/Math/MathML");
      case "encoding" -> value.equals("application/x-tex");
      default -> ATTRIBUTES.contains(attribute.getNodeName()) && value.matches("-?[a-z0-9.]+%?");
    };
  }

  private static int arity(String element) {
    return switch (element) {
      case "mfrac", "mroot", "msub", "msup", "munder", "mover", "semantics" -> 2;
      case "msubsup", "munderover" -> 3;
      case "math" -> 1;
      default -> 0;
    };
  }
}
