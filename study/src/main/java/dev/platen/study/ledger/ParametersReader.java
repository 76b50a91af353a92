package dev.platen.study.ledger;

import dev.platen.json.JsonObject;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.NumberText;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import dev.platen.parameter.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the typed parameters of a run.json. */
final class ParametersReader {
  private final Interner interner;

  ParametersReader(Interner interner) {
    this.interner = interner;
  }

  /**
   * The effective parameters: those given, and the literal defaults of the others.
   *
   * @param json the member {@code parameters} of run.json
   */
  Parameters effective(JsonObject json) throws BadRecord {
    return interner.one(read(json, false));
  }

  /** The parameters that were given. */
  Parameters given(JsonObject json) throws BadRecord {
    return read(json, true);
  }

  private Parameters read(JsonObject json, boolean givenOnly) throws BadRecord {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> each : json.members().entrySet()) {
      if (!(each.getValue() instanceof JsonObject parameter)) {
        throw new BadRecord("has a parameter '" + each.getKey() + "' that is no object");
      }
      JsonValue value = parameter.value("value");
      // A default that is no literal has no value: only Python knows it.
      if (value != null && (!givenOnly || parameter.isTrue("given"))) {
        String name = interner.one(each.getKey());
        values.put(name, interner.one(value(name, parameter.text("type"), value)));
      }
    }
    return new Parameters(values);
  }

  private static ParameterValue value(String name, String type, JsonValue json) throws BadRecord {
    ParameterValue value = ParameterValue.of(json);
    if (type.equals(Kind.FLOAT.word())) {
      if (json instanceof JsonString text) {
        value = NumberText.readNonFinite(text.value()).orElse(value);
      } else if (value instanceof IntegerValue whole) {
        value = ParameterValue.of(whole.value().doubleValue());
      }
    }
    if (type.equals(Kind.INTEGER.word()) && json instanceof JsonString text) {
      value = NumberText.read(text.value()).orElse(value);
    }
    if (!value.kind().word().equals(type)) {
      throw new BadRecord("has a parameter '%s' that isn't the %s it says".formatted(name, type));
    }
    return value;
  }
}
