package dev.platen.run;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whole numbers with more digits than Python's readers of JSON take, 4300: as text the file can be
 * read.
 *
 * @see <a href="https://docs.python.org/3/library/stdtypes.html#int-max-str-digits">The limit</a>
 */
final class HugeNumbers {
  private static final BigInteger FIRST = BigInteger.TEN.pow(4300);

  private HugeNumbers() {}

  /** The same with text in their place, at any depth. */
  static JsonValue asText(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.value() instanceof BigInteger big && big.abs().compareTo(FIRST) >= 0
          ? new JsonString(big.toString())
          : value;
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.values().stream().map(HugeNumbers::asText).toList());
    }
    return value instanceof JsonObject object ? asText(object) : value;
  }

  static JsonObject asText(JsonObject object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    object.members().forEach((name, value) -> members.put(name, asText(value)));
    return new JsonObject(members);
  }
}
