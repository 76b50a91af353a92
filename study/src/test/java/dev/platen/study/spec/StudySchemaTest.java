package dev.platen.study.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.platen.fault.Fault;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.read.YamlDocument;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors says the same as the reader, as far as a schema can. */
class StudySchemaTest {
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    InputStream text = StudySpec.class.getResourceAsStream("study.schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text);
  }

  private static List<Path> good() {
    return StudyFiles.in("good");
  }

  private static Stream<Arguments> verdicts() {
    return StudyFiles.text(Path.of("src/test/resources/golden/study/verdicts.txt"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\\|", 2))
        .map(sides -> Arguments.of(sides[0].strip(), sides[1].strip()));
  }

  @ParameterizedTest
  @MethodSource("good")
  void theSchemaTakesWholeFiles(Path file) {
    assertThat(validate(StudyFiles.text(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void theSchemaAndTheReaderJudgeAlike(String verdict, String yaml) {
    String text =
        yaml.startsWith("{")
            ? yaml.contains("template") ? yaml : yaml.replaceFirst("\\{", "{template: r.ipynb, ")
            : "template: r.ipynb\n" + yaml;

    assertThat(isRead(text)).as("read").isEqualTo(verdict.equals("good"));
    assertThat(validate(text).isEmpty()).as("valid").isEqualTo(!verdict.equals("bad"));
  }

  private static boolean isRead(String text) {
    try {
      StudyReader.read(text, "study.yaml", Path.of(""));
      return true;
    } catch (Fault fault) {
      assertThat(fault.issues()).hasSize(1);
      return false;
    }
  }

  private static Set<ValidationMessage> validate(String text) {
    YamlDocument document = YamlDocument.read(text);
    return SCHEMA.validate(
        JsonWriter.compactText(document.root().orElseThrow().value().toJson()), InputFormat.JSON);
  }
}
