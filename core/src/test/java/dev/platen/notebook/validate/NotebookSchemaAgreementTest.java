package dev.platen.notebook.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.platen.fault.Issue;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonWriter;
import dev.platen.notebook.NotebookMutator;
import dev.platen.notebook.RandomNotebooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our rules against the official schemas, on mutated notebooks. What {@link
 * NotebookValidator} knowingly tolerates is taken out of the schemas first; nothing else is.
 */
@Tag("property")
class NotebookSchemaAgreementTest {
  private static final int NOTEBOOKS = 1000;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<JsonSchema> SCHEMAS =
      IntStream.rangeClosed(0, 5).mapToObj(NotebookSchemaAgreementTest::tolerantSchema).toList();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void theOfficialSchemaSaysTheSame(int minor) {
    int valid = 0;
    for (int seed = 0; seed < NOTEBOOKS; seed++) {
      JsonObject notebook = new RandomNotebooks(seed).nbformat4(minor);
      JsonObject mutant = new NotebookMutator(new Random(seed)).mutate(notebook);
      Set<ValidationMessage> official =
          schemaFor(mutant).validate(JsonWriter.compactText(mutant), InputFormat.JSON);
      List<Issue> ours = NotebookValidator.check(mutant);
      assertThat(ours.isEmpty())
          .as("seed %d%nours: %s%nofficial: %s", seed, ours, official)
          .isEqualTo(official.isEmpty());
      valid += official.isEmpty() ? 1 : 0;
    }
    assertThat(valid).as("valid mutants").isBetween(NOTEBOOKS / 10, NOTEBOOKS * 9 / 10);
  }

  /** By the minor version that the mutant itself names; the newest for one that it doesn't have. */
  private static JsonSchema schemaFor(JsonObject mutant) {
    long minor = mutant.integer("nbformat_minor").orElse(-1L);
    return SCHEMAS.get(minor < 0 || minor > 5 ? 5 : (int) minor);
  }

  private static JsonSchema tolerantSchema(int minor) {
    try (InputStream in =
        NotebookSchemaAgreementTest.class.getResourceAsStream(
            "/nbformat/nbformat.v4." + minor + ".schema.json")) {
      JsonNode schema = MAPPER.readTree(in);
      allowUnknownKeys(schema);
      JsonNode definitions = schema.at("/definitions");
      for (String cell : new String[] {"raw_cell", "markdown_cell", "code_cell"}) {
        drop(definitions.at("/" + cell + "/required"), "id", "outputs", "execution_count");
      }
      for (String output : new String[] {"display_data", "execute_result"}) {
        drop(definitions.at("/" + output + "/required"), "metadata", "execution_count");
      }
      JsonNode metadata = schema.at("/properties/metadata/properties");
      drop(metadata.at("/kernelspec/required"), "name", "display_name");
      drop(metadata.at("/language_info/required"), "name");
      ((ObjectNode) metadata).remove("orig_nbformat");
      ((ObjectNode) definitions.at("/misc/mimebundle/additionalProperties"))
          .removeAll()
          .putArray("anyOf")
          .add(MAPPER.createObjectNode().put("$ref", "#/definitions/misc/multiline_string"))
          .add(MAPPER.createObjectNode().put("type", "object"));
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void allowUnknownKeys(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("additionalProperties").isBoolean()) {
      object.remove("additionalProperties");
    }
    schema.forEach(NotebookSchemaAgreementTest::allowUnknownKeys);
  }

  private static void drop(JsonNode required, String... keys) {
    for (String key : keys) {
      Iterator<JsonNode> all = ((ArrayNode) required).elements();
      while (all.hasNext()) {
        if (all.next().asText().equals(key)) {
          all.remove();
        }
      }
    }
  }
}
