package dev.platen.study.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonObject;
import dev.platen.parameter.IntegerValue;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ParametersReaderTest {
  @Test
  void aNumberThatNoReaderTakesIsReadFromText() throws BadRecord {
    String digits = "7".repeat(30_000);
    JsonObject json =
        JsonObject.build(
            o ->
                o.put(
                    "n",
                    JsonObject.build(
                        p -> p.put("given", true).put("type", "int").put("value", digits))));
    assertThat(new ParametersReader(new Interner()).given(json).value("n"))
        .contains(new IntegerValue(new BigInteger(digits)));
  }
}
