package dev.platen.javakernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
  private static JShell shell;

  @BeforeAll
  static void start() {
    shell = JShell.builder().executionEngine("local").build();
  }

  @AfterAll
  static void end() {
    shell.close();
  }

  private static List<CellPart> parts(String cell) {
    CellText text = new CellText(cell, shell.sourceCodeAnalysis()::analyzeCompletion);
    List<CellPart> parts = new ArrayList<>();
    for (Optional<CellPart> next = text.next(); next.isPresent(); next = text.next()) {
      parts.add(next.get());
    }
    return parts;
  }

  private static List<String> magics(String cell) {
    return parts(cell).stream().filter(CellPart::isMagic).map(CellPart::source).toList();
  }

  @Test
  void aMagicIsALineOfItsOwnBetweenStatements() {
    assertThat(magics("%maven a:b:1\nint x = 1;\n  %sources src \n\n// why\n%classpath lib\nx"))
        .containsExactly("%maven a:b:1", "%sources src", "%classpath lib");
    assertThat(parts("int x = 1;\n\n%sources src\nx").stream().map(CellPart::line))
        .containsExactly(1, 3, 4);
    assertThat(magics("x\n%sources src")).containsExactly("%sources src");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String s = \"\"\"\n%maven a:b:1\n\\\"\"\"\n%sources x\n\"\"\";",
        "/*\n%maven a:b:1\n*/\nint x = 1;",
        "// a\n//%maven a:b:1",
        "int x = f(1\n%sources\n+ 2);",
        "void f() {\n%maven a:b:1\n}",
        "char c = '\"'; String t = \"\\\\\"; /* \" */\n// '\nint y = 7 %maven;",
      })
  void whatLooksLikeAMagicElsewhereIsNone(String cell) {
    assertThat(magics(cell)).isEmpty();
  }

  /** A window on the text must cut as the whole text does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (true) { a(); }\nelse if (b) c();\nelse { d(); }\ne();",
        "try { a(); }\ncatch (A e) { }\nfinally { c(); } int x = 1; x",
        "do { a(); }\nwhile (b);\nfor (int i = 0; i < 3; i++) { c(); }\nfor (;;) d();",
        "int[] a = {1, 2}; Runnable r = () -> { b(); c(); };\nnew Object() { int y; }.y",
        "@Deprecated\nclass A<T extends List<T>> { int x = 1; void f() { } };\nrecord B(int x) { }\nenum C { D, E { } }",
        "int f(int n) { return n; } // ; }\nlabel: while (true) { break label; }\n;;\nint z;",
        "switch (x) { case 1: a(); break; default: }\nint y = switch (x) { case 1 -> 2; default -> 3; };\ny",
        "a();\nint x = ;\nb();",
        "a(); b(\nc();",
        "import java.util.*; import static java.lang.Math.max;\n/* c */ max(1, 2) // d",
      })
  void statementsEndWhereJshellSaysTheyDo(String cell) {
    List<String> whole = new ArrayList<>();
    SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
    for (String rest = cell; !rest.isBlank(); ) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      boolean isComplete = info.completeness().isComplete();
      whole.add((isComplete ? info.source() : rest).strip());
      rest = isComplete ? info.remaining() : "";
    }
    assertThat(parts(cell).stream().map(part -> part.source().strip())).isEqualTo(whole);
  }

  private static boolean asksForValue(String cell) {
    return new CellText(cell, shell.sourceCodeAnalysis()::analyzeCompletion).asksForValue();
  }

  @Test
  void aValueIsShownIfNoSemicolonFollows() {
    assertThat(asksForValue("x; // not shown")).isFalse();
    assertThat(asksForValue("x;\n/* nor\nhere */")).isFalse();
    assertThat(asksForValue("x // shown;")).isTrue();
    assertThat(asksForValue("f(\";\")")).isTrue();
    assertThat(asksForValue("\";\"")).isTrue();
  }

  @Test
  void whatIsReadOfALongCellGrowsWithItAndNotWithItsSquare() {
    String cell = "x = x + 1;\nif (x > 3) { x = 0; }\n".repeat(2500);
    AtomicLong read = new AtomicLong();
    CellText text =
        new CellText(
            cell,
            window -> {
              read.addAndGet(window.length());
              return shell.sourceCodeAnalysis().analyzeCompletion(window);
            });
    int parts = 0;
    while (text.next().isPresent()) {
      parts++;
    }
    assertThat(parts).isEqualTo(5000);
    assertThat(read.get()).isLessThan(8L * cell.length());
  }
}
