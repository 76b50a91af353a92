package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class HugeNumbersTest {
  @Test
  void whatPythonReadsStaysANumberAndTheRestIsText() {
    JsonNumber largest = new JsonNumber(BigInteger.TEN.pow(4300).subtract(BigInteger.ONE));
    JsonNumber huge = new JsonNumber(BigInteger.TEN.pow(4300).negate());
    JsonObject json =
        JsonObject.build(
            o -> o.put("a", largest).put("b", new JsonArray(List.of(huge))).put("c", 1.5));
    assertThat(HugeNumbers.asText(json))
        .isEqualTo(
            JsonObject.build(
                o ->
                    o.put("a", largest)
                        .put("b", JsonArray.ofStrings(List.of("-1" + "0".repeat(4300))))
                        .put("c", 1.5)));
  }
}
