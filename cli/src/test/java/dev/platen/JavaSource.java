package dev.platen;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A source file as the compiler's own parser sees it. */
record JavaSource(CompilationUnitTree unit, SourcePositions positions) {

  static List<JavaSource> parse(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      List<JavaSource> sources = new ArrayList<>();
      task.parse().forEach(unit -> sources.add(new JavaSource(unit, positions)));
      return sources;
    }
  }

  void scan(TreeScanner<Void, Void> scanner) {
    scanner.scan(unit, null);
  }

  /** From its first annotation or modifier to its closing brace. */
  long lineCount(Tree tree) {
    return line(positions.getEndPosition(unit, tree)) - firstLine(tree) + 1;
  }

  String place(Tree tree) {
    Path file = Path.of(unit.getSourceFile().toUri());
    return TestEnvironment.root().relativize(file) + ":" + firstLine(tree);
  }

  private long firstLine(Tree tree) {
    return line(positions.getStartPosition(unit, tree));
  }

  private long line(long position) {
    return unit.getLineMap().getLineNumber(position);
  }
}
