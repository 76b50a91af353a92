package dev.platen.parameter;

import dev.platen.json.JsonString;

/** Text, which may hold any UTF-16 unit, lone surrogates included. */
public record StringValue(String value) implements ParameterValue {
  @Override
  public Kind kind() {
    return Kind.STRING;
  }

  @Override
  public JsonString toJson() {
    return new JsonString(value);
  }
}
