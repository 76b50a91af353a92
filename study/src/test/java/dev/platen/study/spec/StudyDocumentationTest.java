package dev.platen.study.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/study.md shows is what the reader takes, and says. */
class StudyDocumentationTest {
  private static final String PAGE = StudyFiles.text(Path.of("../docs/study.md"));

  /** What a condition in the page asks for, if its example doesn't set it. */
  private static final String ASKED_FOR =
      "parameters: {hidden: 8, layers: 2, arch: mlp, lr: 0.1}\n";

  private static List<String> blocks(String language) {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```")
        .matcher(PAGE)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static String whole(String example) {
    return (example.contains("template:") ? "" : "template: report.ipynb\n")
        + (example.contains("where:") ? ASKED_FOR : "")
        + example;
  }

  @Test
  void everyExampleIsAStudy(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("architectures.csv"), block("arch,layers"));
    List<String> examples = blocks("yaml");

    assertThat(examples)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            example ->
                assertThat(StudyReader.read(whole(example), "study.yaml", dir).template())
                    .isEqualTo("report.ipynb"));
    assertThat(StudyReader.read(examples.get(0), "study.yaml", dir).space().size()).isEqualTo(75);
  }

  @Test
  void everyKeyOfAStudyIsInAnExample() {
    String examples = String.join("", blocks("yaml"));

    assertThat(StudyReader.KEYS)
        .allSatisfy(key -> assertThat(examples).containsPattern("(?m)^" + key + ":"));
    assertThat(RunReader.KEYS)
        .allSatisfy(key -> assertThat(examples).containsPattern("(?m)^  " + key + ":"));
  }

  @Test
  void theErrorIsWhatThePageShows() {
    String file =
        """
        template: report.ipynb
        repeats: 5
        vary:
          lr: {log: [0, 0.1], steps: 5}
        """;
    Fault fault =
        catchThrowableOfType(Fault.class, () -> StudyReader.read(file, "study.yaml", Path.of("")));

    assertThat(block("error: ")).isEqualTo(fault.describe() + "\n");
  }

  private static String block(String beginning) {
    Matcher found = Pattern.compile("(?ms)^```\n(" + beginning + ".*?)^```").matcher(PAGE);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
