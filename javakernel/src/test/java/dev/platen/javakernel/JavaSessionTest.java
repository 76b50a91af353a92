package dev.platen.javakernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSessionTest {
  @TempDir private Path dir;

  private final List<String> notes = new ArrayList<>();
  private SessionFolder folder;
  private JavaSession session;
  private int count;

  @BeforeEach
  void start() throws IOException {
    folder = SessionFolder.make(dir);
    session = new JavaSession(folder, notes::add);
  }

  @AfterEach
  void end() throws IOException {
    session.close();
    folder.close();
  }

  private Object value(String cell) throws CellFailure {
    return session.run(++count, cell).orElseThrow().value();
  }

  private void run(String cell) throws CellFailure {
    session.run(++count, cell);
  }

  private static List<String> traceback(ThrowingCallable call) {
    Throwable[] thrown = new Throwable[1];
    assertThatThrownBy(call).isInstanceOf(CellFailure.class).satisfies(t -> thrown[0] = t);
    return ((CellFailure) thrown[0])
        .error().traceback().stream().map(line -> line.replaceAll("\u001b\\[\\d*m", "")).toList();
  }

  @Test
  void magicsWithinTextAreText() throws Exception {
    assertThat(value("String s = \"\"\"\n%maven a:b:1\n\"\"\";\n/*\n%sources none\n*/\ns"))
        .isEqualTo("%maven a:b:1\n");
    assertThat(traceback(() -> run("int x = 1;\n%matplotlib inline")))
        .containsExactly(
            "UsageError: there is no %matplotlib: this kernel has %classpath, %maven, %sources");
  }

  @Test
  void whatATypeThatIsDeclaredAgainTakesWithItIsTold() throws Exception {
    run(
        """
        class Leaf { int size = 1; }
        Leaf a = new Leaf();
        List<Leaf> all = List.of(a);
        var inferred = new Leaf();
        int grown(Leaf leaf) { return leaf.size; }
        int other = 5;""");
    assertThat(notes).isEmpty();
    run("class Leaf { int span = 2; }\nList<Leaf> all = List.of(); Leaf b = new Leaf();");
    assertThat(notes)
        .containsExactly(
            "Leaf is another type than before: null until they are assigned again: a",
            "variable inferred must be declared again: it is of the former Leaf",
            "method grown(Leaf) can't be used as long as there is no variable size");
    assertThat(value("a == null && all.isEmpty() && other == 5")).isEqualTo(true);
    assertThat(traceback(() -> run("int g = 1;\ngrown(b);")))
        .containsExactly(
            "CompileError: method grown(Leaf) can't be used as long as there is no variable size",
            "    at grown (In [1], line 5)",
            "    at In [4], line 2");
  }

  @Test
  void whatIsMissingIsNamedWhereItIsUsed() throws Exception {
    run("class A { }\nclass B extends A { }");
    run("final class A { }");
    assertThat(notes).singleElement().asString().contains("type B must be declared again");
    assertThat(traceback(() -> run("new B()")))
        .last()
        .asString()
        .contains("type B must be declared again");
    assertThat(traceback(() -> run("int f() { return g(); }\n\nint x = f();")))
        .contains("CompileError: method f() can't be used as long as there is no method g()");
    assertThat(traceback(() -> run("int h() { return i(); }")))
        .containsExactly(
            "In [5], line 1: method h() can't be used as long as there is no method i()");
  }

  @Test
  void sourcesThatChangedAreSeenUnlessTheyAreInUse() throws Exception {
    Path file = Files.createDirectories(dir.resolve("src/birds")).resolve("Wing.java");
    String source = "package birds; public class Wing { public static int span() { return %d; } }";
    String cell = "%sources " + dir.resolve("src");
    Files.writeString(file, source.formatted(7));
    run(cell);
    Files.writeString(file, source.formatted(8));
    assertThat(value(cell + "\nbirds.Wing.span()")).isEqualTo(8);
    run(cell);
    Files.writeString(file, source.formatted(9));
    assertThat(traceback(() -> run(cell)))
        .singleElement()
        .asString()
        .contains("changed since their classes were loaded", "birds.Wing", "restart the kernel");
    assertThat(value("birds.Wing.span()")).isEqualTo(8);
  }

  @Test
  void plainStatementsAreCompiledTogetherAndFailEachInItsLine() throws Exception {
    run("List<Integer> all = new ArrayList<>(); int n = 0;");
    assertThat(
            value("all.add(1);\n\nn = n + 1; all.add(n);\nif (n > 0) { n++; }\nList.copyOf(all)"))
        .isEqualTo(List.of(1, 1));
    assertThat(traceback(() -> run("all.add(2);\n\nall.add(1 / (n - 2));\nall.add(3);")))
        .containsExactly("java.lang.ArithmeticException: / by zero", "    at In [3], line 3");
    assertThat(traceback(() -> run("all.add(4);\n\nall.add(\"x\");\nall.add(5);")).get(0))
        .startsWith("In [4], line 3: incompatible types");
    assertThat(value("all")).isEqualTo(List.of(1, 1, 2, 4));
    assertThat(session.places().of(new StackTraceElement("REPL.$JShell$999", "f", "x", 1)))
        .contains("a cell");
  }

  @Test
  void theExceptionsOfItsThreadsNameTheCellsLines() throws Exception {
    run("Throwable seen;\nint fail(String s) { return 1; }\nint fail(int n) {\n  return 1 / n;\n}");
    Throwable thrown =
        (Throwable)
            value(
                """
                // a thread

                Thread thread = new Thread(() -> {
                  int zero = 0;
                  fail(zero);
                });
                thread.setUncaughtExceptionHandler((t, e) -> seen = e);
                thread.start();
                thread.join();
                seen""");
    String told =
        Errors.ofThread(new Thread("worker"), thrown, session.places())
            .replaceAll("\u001b\\[\\d*m", "");
    assertThat(told)
        .startsWith(
            """
            Exception in thread "worker" java.lang.ArithmeticException: / by zero
                at fail (In [1], line 4)
                at In [2], line 5
            """);
  }

  @Test
  void nothingToShowIsSaidSo() {
    assertThat(traceback(() -> run("display(html(null));")))
        .containsExactly(
            "java.lang.IllegalArgumentException: html(null): there is no text to show",
            "    at In [1], line 1");
    Object nameless =
        new Object() {
          @Override
          public String toString() {
            return null;
          }
        };
    assertThat(Values.text(nameless)).isEqualTo("null");
  }

  @Test
  void memoryThatIsUsedUpIsAnErrorOfTheCellWithAWayOut() {
    List<String> told =
        traceback(() -> run("\nlong[][] many = new long[64][Integer.MAX_VALUE - 8];"));
    assertThat(told.get(0)).isEqualTo("java.lang.OutOfMemoryError: Java heap space");
    assertThat(told.get(1)).isEqualTo("    at In [1], line 2");
    assertThat(told.get(told.size() - 1)).contains("heap ends at", "JDK_JAVA_OPTIONS=-Xmx");
  }

  @Test
  void codeIsCompletedAtItsPlaceInCodePoints() {
    CodeQuestions questions = session.questions();
    String cell =
        "import java.util.*;\n%sources src\nint f() { return 1; }\nString s = \"😀\"; s.len";
    int cursor = cell.codePointCount(0, cell.length());
    var answer = questions.completions(cell, cursor);
    assertThat(answer.array("matches").toString()).contains("length()");
    assertThat(answer.integer("cursor_start")).contains(cursor - 3L);
    assertThat(answer.integer("cursor_end")).contains((long) cursor);
    assertThat(questions.completions("int x = 1;\n%ma", 14).toString())
        .contains("%maven")
        .doesNotContain("%sources");
    assertThat(questions.completions("int x = 1;\n%ma", 14).integer("cursor_start")).contains(11L);
    String call = "import java.util.*;\n// 😀\nMath.abs(";
    assertThat(questions.inspection(call, call.codePointCount(0, call.length())).isTrue("found"))
        .isTrue();
    assertThat(questions.completeness("%sources src\nint x = 1;").text("status"))
        .isEqualTo("complete");
    assertThat(questions.completeness("int f() {").text("status")).isEqualTo("incomplete");
  }

  @Test
  void nothingOfItsFilesStays() throws Exception {
    Path left = Files.createDirectories(dir.resolve(SessionFolder.PREFIX + "left/classes"));
    Path other = Files.createDirectories(dir.resolve("other"));
    Files.writeString(left.resolve("A.class"), "x");
    Files.createSymbolicLink(dir.resolve(SessionFolder.PREFIX + "link"), other);
    Path mine;
    try (SessionFolder next = SessionFolder.make(dir)) {
      mine = next.folder("x").getParent();
      assertThat(mine).exists();
    }
    assertThat(left).doesNotExist();
    assertThat(other).exists();
    assertThat(mine).doesNotExist();
    assertThat(folder.folder("still")).exists();
    try (var all = Files.list(dir)) {
      assertThat(all.map(each -> each.getFileName().toString()).collect(Collectors.toList()))
          .hasSize(3);
    }
  }
}
