package dev.platen.parameter.translate;

import dev.platen.json.PythonFloat;
import dev.platen.parameter.ParameterValue;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SQL as DuckDB knows it, which has variables. A list holds one type; a dict is a struct.
 *
 * @see <a href="https://duckdb.org/docs/stable/sql/statements/set_variable">DuckDB: SET
 *     VARIABLE</a>
 * @see <a href="https://duckdb.org/docs/stable/sql/data_types/literal_types">DuckDB: literals</a>
 */
final class SqlTranslator extends Dialect {
  private static final int HUGEINT = 128;
  private static final Pattern NAMED = Pattern.compile("[\\n\\r\\t]");

  SqlTranslator() {
    super(VariableNames.usual("SQL", ""));
  }

  @Override
  String nothing() {
    return "NULL";
  }

  @Override
  String integer(BigInteger value) {
    return within(HUGEINT, value).toString();
  }

  @Override
  String number(double value) {
    if (!Double.isFinite(value)) {
      return "'" + PythonFloat.repr(value) + "'::DOUBLE";
    }
    String repr = PythonFloat.repr(value);
    // Without an exponent it would be a DECIMAL.
    return repr.contains("e") ? repr : repr + "e0";
  }

  @Override
  String text(String value) {
    if (StringEscapes.wholeCharacters(value).indexOf(0) >= 0) {
      throw cannot("text with a NUL character", "leave it out");
    }
    String quoted = "'" + value.replace("'", "''") + "'";
    return NAMED.matcher(value).find()
        ? "E"
            + quoted
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
        : quoted;
  }

  @Override
  String list(List<ParameterValue> values) {
    return "[" + joined(Shape.ofAll(values, this).conforming(values)) + "]";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    Set<String> seen = new HashSet<>();
    for (String key : entries.keySet()) {
      if (key.isEmpty() || NAMED.matcher(key).find() || !seen.add(key.toLowerCase(Locale.ROOT))) {
        throw cannot(
            "a dict whose key '" + key + "' is empty, has a line break or tab, or is there twice",
            "rename it: SQL doesn't tell capitals from small letters");
      }
    }
    return entries.isEmpty() ? "MAP {}" : "{" + joined(entries, ": ") + "}";
  }

  @Override
  String statement(String name, ParameterValue value) {
    return "SET VARIABLE " + name + " = " + literal(value) + ";";
  }

  @Override
  public String comment(String text) {
    return "-- " + text;
  }
}
