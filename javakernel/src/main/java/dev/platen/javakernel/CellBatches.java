package dev.platen.javakernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.jspecify.annotations.Nullable;

/**
 * A cell's parts, plain statements that follow one another together: jshell compiles each snippet
 * by itself, which takes some 10 ms, and keeps the value of each call in a variable of its own, of
 * which the next ones are told.
 */
final class CellBatches {
  /** A call, an assignment, or a statement that begins with a word and parentheses, as if does. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\w$]+(?:\\.[\\w$]+|\\[[\\w$]*])*\\s*(?:\\(|=[^=]|[-+*/%&|^]=|\\+\\+|--)");

  /** Far below what a method can hold. */
  private static final int LONGEST = 8000;

  private final CellText cell;
  private @Nullable CellPart ahead;

  CellBatches(CellText cell) {
    this.cell = cell;
  }

  /** One part or, of plain statements, all up to the next that isn't; empty at the cell's end. */
  List<CellPart> next() {
    List<CellPart> batch = new ArrayList<>();
    for (CellPart part = take(); part != null; part = take()) {
      boolean joins =
          batch.isEmpty()
              || (isPlain(part)
                  && isPlain(batch.get(0))
                  && part.end() - batch.get(0).start() <= LONGEST);
      if (!joins) {
        ahead = part;
        return batch;
      }
      batch.add(part);
    }
    return batch;
  }

  /** Several as one, each in its line. */
  static String block(List<CellPart> batch) {
    StringBuilder block = new StringBuilder("{");
    int line = batch.get(0).line();
    for (CellPart part : batch) {
      block.append("\n".repeat(part.line() - line)).append(part.source());
      line = part.line() + (int) part.source().chars().filter(c -> c == '\n').count();
    }
    return block.append("\n}").toString();
  }

  private @Nullable CellPart take() {
    CellPart part = ahead;
    ahead = null;
    return part == null ? cell.next().orElse(null) : part;
  }

  private static boolean isPlain(CellPart part) {
    return !part.isMagic()
        && part.completeness() == Completeness.COMPLETE
        && part.source().endsWith(";")
        && PLAIN.matcher(part.source()).lookingAt();
  }
}
