package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** How a Platen ended, and all it said. */
record Ended(int exitCode, String out, String err) {

  Ended exits(int expected) {
    assertThat(exitCode).as("exit code; standard error was:\n" + err).isEqualTo(expected);
    return this;
  }

  /** The folder of a run whose report is named in the last line of standard output. */
  RunFiles run() {
    List<String> lines = out.lines().toList();
    assertThat(lines).as("standard output; standard error was:\n" + err).isNotEmpty();
    Path report = Path.of(lines.get(lines.size() - 1));
    assertThat(report).isRegularFile().hasFileName("report.html");
    return new RunFiles(report.getParent());
  }

  /**
   * Standard error is one error in its four lines; the texts are what the lines contain, and ""
   * what may be anything.
   */
  Ended saysError(String what, String where, String found, String mend) {
    assertThat(err).startsWith("error: ").doesNotContain("Exception").doesNotContain("\tat ");
    List<String> labels = List.of("error: ", "\n  where: ", "\n  found: ", "\n  mend:  ");
    List<String> texts = List.of(what, where, found, mend);
    int from = 0;
    for (int i = 0; i < labels.size(); i++) {
      int start = err.indexOf(labels.get(i), from);
      assertThat(start).as("'%s' in:%n%s", labels.get(i).strip(), err).isNotNegative();
      int end = i + 1 < labels.size() ? err.indexOf(labels.get(i + 1), start) : err.length();
      assertThat(err.substring(start, Math.max(start, end))).contains(texts.get(i));
      from = start + 1;
    }
    return this;
  }
}
