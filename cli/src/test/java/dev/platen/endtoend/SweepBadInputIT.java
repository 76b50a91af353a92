package dev.platen.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies and options that are wrong: all of it is said, and nothing is started or made. */
class SweepBadInputIT {
  @TempDir private Path dir;

  @BeforeEach
  void aTemplate() {
    new TestNotebook().parameters("hidden: int = 8\nlr = 0.1\nseed = 0").code("1").in(dir);
  }

  @AfterEach
  void nothingWasStarted() {
    assertThat(dir.resolve("runs")).doesNotExist();
    assertThat(dir.resolve(".platen")).doesNotExist();
    assertThat(Platen.in(dir).temporaryFiles()).isEmpty();
    assertThat(Platen.in(dir).processes().alive()).isEmpty();
  }

  private Ended sweep(Object... arguments) {
    Ended ended =
        Platen.in(dir).run(Stream.concat(Stream.of("sweep"), Arrays.stream(arguments)).toArray());
    assertThat(ended.out()).isEmpty();
    return ended;
  }

  private Ended study(String yaml) throws IOException {
    return sweep(
        Files.writeString(dir.resolve("study.yaml"), "template: report.ipynb\n" + yaml), "-p", "1");
  }

  @Test
  void aNameThatTheTemplateDoesNotDeclare() throws IOException {
    Ended ended = study("vary:\n  hiden: [8, 16]\n").exits(3);
    assertThat(ended.err())
        .isEqualTo(
            """
            error: the study is wrong in one place
              where: %1$s
                %1$s:3:3: report.ipynb has no parameter 'hiden'
                    hiden: [8, 16]
                    ^
                  did you mean 'hidden'?
              mend:  correct it; nothing was started
            """
                .formatted(dir.resolve("study.yaml")));
  }

  private static void saysIssue(Ended ended, String... parts) {
    ended.exits(3);
    assertThat(ended.err())
        .startsWith("error: the study is wrong in one place\n  where: ")
        .contains(parts)
        .containsPattern("(?m)^ +\\^$")
        .endsWith("\n  mend:  correct it; nothing was started\n")
        .doesNotContain("Exception");
  }

  @Test
  void aNameOnTheCommandLine() {
    saysIssue(
        sweep("report.ipynb", "--vary", "hiden=8,16"),
        "the command line:2:8: report.ipynb has no parameter 'hiden'",
        "vary: {\"hiden\": [8,16]}",
        "did you mean 'hidden'?");
  }

  @Test
  void aValueThatDoesNotFit() throws IOException {
    saysIssue(
        study("parameters:\n  hidden: many\n"),
        "study.yaml:3:11: 'hidden' takes int, not str 'many'",
        "  hidden: many",
        "give int");
  }

  @Test
  void twoSourcesForOneParameter() throws IOException {
    saysIssue(
        study("parameters: {hidden: 8}\nvary: {hidden: [8, 16]}\n"),
        "study.yaml:3:8: 'hidden' has a value in 'parameters'",
        "study.yaml:2:14",
        "remove it there or here");
    saysIssue(
        sweep("report.ipynb", "hidden=3", "--vary", "hidden=8,16"),
        "the command line:3:8: 'hidden' has a value in 'parameters'",
        "remove it there or here");
  }

  @Test
  void anEmptySpace() throws IOException {
    saysIssue(study("vary: {hidden: []}\n"), ":2:16: ", "is an empty list", "one value at least");
    study("vary: {hidden: [8, 16]}\nwhere: hidden > 99\n")
        .exits(3)
        .saysError("keeps none of the study's trials", "study.yaml:3:8", "false for all of 2", "");
  }

  @Test
  void aTableThatLacksAColumnOrACell() throws IOException {
    Files.writeString(dir.resolve("t.csv"), "hidden,lr\n8,0.1\n16\n");
    saysIssue(study("together: t.csv\n"), "t.csv:3:1: the row has 1 of 2 columns", "16", "every");
    Files.writeString(dir.resolve("t.csv"), "hidden,\n8,0.1\n");
    saysIssue(
        study("together: t.csv\n"), "t.csv:1:8: the column has no name", "name the parameter");
    saysIssue(study("together: none.csv\n"), ":2:11: there is no file 'none.csv'", "relative");
  }

  @Test
  void aConditionThatFailsOnSomeTrial() throws IOException {
    study("vary: {hidden: [8, 16]}\nwhere: 'hidden == 8 ? true : hidden'\n")
        .exits(3)
        .saysError(
            "'where' can't be decided for the trial hidden=16",
            "study.yaml:3:8",
            "it gives 16",
            "true or false");
  }

  @Test
  void moreOrFewerSeedsThanRepeats() throws IOException {
    for (String seeds : List.of("[1, 2]", "[1, 2, 3, 4]")) {
      saysIssue(
          study("repeat: 3\nseed: {seed: " + seeds + "}\n"),
          "study.yaml:3:14: there are ",
          "seeds for 'repeat: 3'",
          "list 3 seeds");
    }
  }

  @Test
  void anOutputFolderAmongTheInputs() throws IOException {
    for (String pattern : List.of("**/*", "runs/**", "runs", "./runs/*/*.json")) {
      study("inputs: ['" + pattern + "']\n")
          .exits(3)
          .saysError(
              "the runs' folder lies among the study's inputs",
              "inputs: " + pattern,
              dir.resolve("runs").toString(),
              "--out");
    }
  }

  @Test
  void aTemplateThatIsMissingOrNoNotebook() throws IOException {
    Path file = Files.writeString(dir.resolve("study.yaml"), "template: nope.ipynb\n");
    saysIssue(sweep(file), "study.yaml:1:11: there is no notebook 'nope.ipynb'", "relative to");
    saysIssue(sweep("nope.ipynb"), "there is no notebook 'nope.ipynb'");
    Files.writeString(dir.resolve("text.ipynb"), "x = 1\n");
    sweep("text.ipynb").exits(3).saysError("not a notebook", "text.ipynb:1:1", "x = 1", ".ipynb");
    Files.writeString(file, "template: text.ipynb\n");
    sweep(file).exits(3).saysError("not a notebook", "text.ipynb:1:1", "x = 1", ".ipynb");
  }

  @Test
  void aStudyFileThatIsNone() throws IOException {
    Path latin = Files.write(dir.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xfc});
    sweep(latin).exits(3).saysError("no UTF-8 text", "latin.yaml", "no letters", "as UTF-8");
    saysIssue(study("vary: {hidden: [8, 16\nrepeat: 2\n"), "study.yaml:3:", "repeat: 2");
    sweep("none.yaml").exits(5).saysError("can't read 'none.yaml'", "none.yaml", "no such", "name");
    Path folder = Files.createDirectory(dir.resolve("folder"));
    sweep(folder).exits(5).saysError("can't read 'folder'", "folder", "a folder", "name a file");
  }

  @Test
  void aStudyFileTogetherWithOptionsThatSayItToo() throws IOException {
    Path file = Files.writeString(dir.resolve("study.yaml"), "template: report.ipynb\n");
    sweep(file, "--vary", "hidden=1,2", "lr=0.5")
        .exits(2)
        .saysError("says by itself what is to be run", "study.yaml", "vary: ", "template notebook");
  }

  @Test
  void optionsThatTakeSomethingElse() {
    sweep("report.ipynb", "--parallel", "0")
        .exits(2)
        .saysError("--parallel takes auto or a whole number", "the command line", "0", "auto");
    sweep("report.ipynb", "--retries", "-1")
        .exits(2)
        .saysError("--retries takes 0 or more", "the command line", "-1", "--retries 1");
    sweep("report.ipynb", "--retry-errors")
        .exits(2)
        .saysError("--retry-errors retries nothing", "the command line", "no --retries", "");
    sweep("report.ipynb", "--memory", "much")
        .exits(2)
        .saysError("--memory takes an amount of memory", "the command line", "much", "8GB");
    Ended unknown = sweep("report.ipynb", "--paralel", "2").exits(2);
    assertThat(unknown.err())
        .startsWith("error: unknown option: '--paralel'")
        .contains("  where: platen sweep", "  mend:  did you mean '--parallel'?");
    Ended both = sweep("report.ipynb", "--fail-fast", "--keep-going").exits(2);
    assertThat(both.err()).startsWith("error: ").contains("--fail-fast", "\n  mend:  ");
  }

  @Test
  void aRaceWithoutGoal() {
    saysIssue(sweep("report.ipynb", "--race"), "a race needs a 'goal'", "goal: {mse: min}");
  }

  @Test
  void aKernelThatNobodyHas() {
    sweep("report.ipynb", "--kernel", "julia-1.9")
        .exits(4)
        .saysError("no kernel named 'julia-1.9'", "", "python3", "python3");
  }

  @Test
  void anOutputFolderThatIsAFile() throws IOException {
    Files.writeString(dir.resolve("taken"), "mine");
    sweep("report.ipynb", "--out", "taken")
        .exits(5)
        .saysError("the output folder is a file", "taken", "no folder", "--out");
    sweep("report.ipynb", "--out", "taken/runs")
        .exits(5)
        .saysError("can't read 'runs'", "taken/runs", "a file where the path wants a folder", "");
    assertThat(dir.resolve("taken")).hasContent("mine");
  }

  @Test
  void anOutputFolderThatTakesNothing() throws IOException {
    Ended ended = sweep("report.ipynb", "--out", "/sys/runs").exits(5);
    ended.saysError("can't write", "/sys/runs", "", "");
    Path locked = Files.createDirectory(dir.resolve("locked"));
    boolean mounted = isMounted(locked);
    // Permissions bind everybody but root, and only root can mount.
    assertThat(mounted || locked.toFile().setWritable(false)).isTrue();
    try {
      sweep("report.ipynb", "--out", "locked")
          .exits(5)
          .saysError("can't write", "locked", "", "a place that you may use");
    } finally {
      if (mounted) {
        Shell.run("umount", locked.toString());
      }
    }
  }

  private static boolean isMounted(Path folder) throws IOException {
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", folder.toString())
            .start();
    try {
      return mount.waitFor() == 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
