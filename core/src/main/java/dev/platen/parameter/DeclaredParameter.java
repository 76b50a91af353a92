package dev.platen.parameter;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.ParameterValue.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parameter as the template's parameters cell declares it.
 *
 * @param annotation the declared type as it is written, without quotes around the whole
 * @param type what the annotation says, or else a literal default
 * @param defaultSource the default's source code; "" if the template has none, only an annotation
 * @param defaultValue the default, if it is a literal
 * @param help what the comment behind it says, or ""
 */
public record DeclaredParameter(
    String name,
    Optional<String> annotation,
    Optional<ParameterType> type,
    String defaultSource,
    Optional<ParameterValue> defaultValue,
    String help) {
  private static final Map<Kind, String> EXAMPLES =
      Map.of(
          Kind.NULL, "null",
          Kind.BOOLEAN, "true",
          Kind.INTEGER, "8",
          Kind.FLOAT, "0.5",
          Kind.STRING, "'text', in quotes",
          Kind.LIST, "[8, 8]",
          Kind.MAP, "{a: 1}");

  /** The declaration of that name. */
  public static Optional<DeclaredParameter> named(
      String name, List<DeclaredParameter> declarations) {
    return declarations.stream().filter(d -> d.name.equals(name)).findFirst();
  }

  /**
   * The value as the declared or inferred type wants it.
   *
   * @param where the place the value comes from, for the fault
   * @throws Fault {@code PARAMETER_INVALID} if it doesn't fit
   */
  public ParameterValue convert(ParameterValue value, String where) {
    return type.isEmpty()
        ? value
        : type.get().convert(value).orElseThrow(() -> misfit(type.get(), value, where));
  }

  /**
   * All parameters as their declarations want them; those without one stay as they are.
   *
   * @param source the file that they come from, for the fault
   * @throws Fault {@code PARAMETER_INVALID} if one doesn't fit
   */
  public static Parameters convertAll(
      Parameters given, List<DeclaredParameter> declarations, String source) {
    Parameters converted = given;
    for (DeclaredParameter declared : declarations) {
      Optional<ParameterValue> value = given.value(declared.name);
      if (value.isPresent()) {
        String where = source + ", " + declared.name;
        converted = converted.with(declared.name, declared.convert(value.get(), where));
      }
    }
    return converted;
  }

  private Fault misfit(ParameterType type, ParameterValue value, String where) {
    Kind example =
        type.accepts().stream().filter(k -> k != Kind.NULL).sorted().findFirst().orElse(Kind.NULL);
    return Fault.of(FaultKind.PARAMETER_INVALID, "parameter '" + name + "' takes " + type.name())
        .where(where)
        .found(value.kind().word() + " " + value.display())
        .mend(
            "give "
                + type.name()
                + ", such as "
                + EXAMPLES.get(example)
                + (type.inferred()
                    ? "; or annotate it in the template, its type is only that of its default"
                    : ""));
  }
}
