package dev.platen.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void isReadAsFourLines() {
    Fault fault =
        Fault.of(FaultKind.KERNEL_NOT_FOUND, "no kernel named 'julia-1.9'")
            .where("report.ipynb, metadata.kernelspec.name")
            .found("python3, ir")
            .mend("pass --kernel ir");
    assertThat(fault.describe())
        .isEqualTo(
            """
            error: no kernel named 'julia-1.9'
              where: report.ipynb, metadata.kernelspec.name
              found: python3, ir
              mend:  pass --kernel ir""");
    assertThat(fault.kind().exitCode()).isEqualTo(4);
  }

  @Test
  void linesThatAreNotKnownAreLeftOutAndLongOnesIndented() {
    assertThat(Fault.of(FaultKind.USAGE, "no").mend("one\ntwo").describe())
        .isEqualTo("error: no\n  mend:  one\n         two");
  }

  @Test
  void showsTheFirstIssuesAndCountsTheRest() {
    Fault fault =
        Fault.of(FaultKind.NOTEBOOK_INVALID, "bad")
            .issues(IntStream.range(0, 25).mapToObj(i -> new Issue("c" + i, "is bad")).toList());
    assertThat(fault.describe())
        .contains("    c0: is bad\n", "    c19: is bad\n", "    … and 5 more")
        .doesNotContain("c20");
  }
}
