package dev.platen.parameter;

import static java.util.stream.Collectors.joining;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.util.List;
import java.util.Optional;

/** Finds parameters that a template doesn't declare: most often a slip of the pen. */
public final class UnknownParameters {
  private UnknownParameters() {}

  /**
   * Checks that the template knows every parameter. Only for a template whose parameters cell could
   * be inspected.
   *
   * @param template the template's file name, for the fault
   * @throws Fault {@code PARAMETER_INVALID} naming all that are unknown and the likely ones meant
   */
  public static void check(Parameters given, List<DeclaredParameter> declared, String template) {
    List<String> known = declared.stream().map(DeclaredParameter::name).toList();
    List<String> unknown =
        given.values().keySet().stream().filter(name -> !known.contains(name)).toList();
    if (unknown.isEmpty()) {
      return;
    }
    List<String> meant =
        unknown.stream()
            .map(name -> NearestName.of(name, known))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    throw Fault.of(
            FaultKind.PARAMETER_INVALID,
            "the template has no "
                + (unknown.size() == 1 ? "parameter " : "parameters ")
                + unknown.stream().map(name -> "'" + name + "'").collect(joining(", ")))
        .where(template + ", the cell tagged '" + ParameterTags.DEFAULTS + "'")
        .found(known.isEmpty() ? "no parameter declared" : String.join(", ", known))
        .mend(
            (meant.isEmpty()
                    ? "give one of these"
                    : "did you mean "
                        + meant.stream().map(name -> "'" + name + "'").collect(joining(", "))
                        + "?")
                + (meant.isEmpty() ? ", or pass" : " Otherwise pass")
                + " --allow-unknown to set it all the same");
  }
}
