package dev.platen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a source file and a method may be, and what every package says of itself. */
class SourceRulesTest {
  private static final int FILE_CEILING = 450;
  private static final int FILE_MEDIAN = 100;
  private static final int METHOD_CEILING = 55;

  private static List<Path> sources(String kind) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(TestEnvironment.root())) {
      for (Path java : modules.map(m -> m.resolve("src/" + kind + "/java")).toList()) {
        if (Files.isDirectory(java)) {
          try (Stream<Path> files = Files.walk(java)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
          }
        }
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static int lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noFileIsLongerThanTheCeiling() throws IOException {
    for (String kind : List.of("main", "test")) {
      assertThat(sources(kind))
          .allSatisfy(f -> assertThat(lines(f)).isLessThanOrEqualTo(FILE_CEILING));
    }
  }

  @Test
  void filesAreShort() throws IOException {
    List<Integer> sorted = sources("main").stream().map(SourceRulesTest::lines).sorted().toList();
    assertThat(sorted.get(sorted.size() / 2)).isLessThanOrEqualTo(FILE_MEDIAN);
  }

  @Test
  void methodsAreShort() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (JavaSource source : JavaSource.parse(sources("main"))) {
      source.scan(
          new TreeScanner<>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
              if (source.lineCount(method) > METHOD_CEILING) {
                tooLong.add(source.place(method) + " " + method.getName());
              }
              return super.visitMethod(method, unused);
            }
          });
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
    Set<Path> packages = new TreeSet<>();
    sources("main").forEach(file -> packages.add(file.getParent()));
    assertThat(packages)
        .allSatisfy(
            dir ->
                assertThat(dir.resolve("package-info.java"))
                    .content()
                    .startsWith("/**")
                    .contains("@NullMarked"));
  }

  @Test
  void noTestWaitsForATimeRatherThanForAnEvent() throws IOException {
    List<String> sleeps = new ArrayList<>();
    for (JavaSource source : JavaSource.parse(sources("test"))) {
      source.scan(
          new TreeScanner<>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
              if (call.getMethodSelect().toString().endsWith(".sleep")) {
                sleeps.add(source.place(call));
              }
              return super.visitMethodInvocation(call, unused);
            }
          });
    }
    assertThat(sleeps).isEmpty();
  }
}
