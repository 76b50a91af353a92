package dev.platen.parameter.read;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import dev.platen.parameter.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads {@code name=value} arguments. A value is a word by the rules of {@link ArgumentScalars}, a
 * list {@code [8, 8]} or a mapping {@code {a: 1}} of such words in YAML's flow style, or text in
 * quotes: {@code x='"5"'}. Nothing behind the {@code =} is the empty text.
 *
 * <p>What the template declares goes first: a {@code str} parameter takes every word as it stands,
 * {@code 007} and {@code 1.10} among them; a {@code float} makes 5.0 of {@code 5}, an {@code int} 7
 * of {@code 007}.
 */
public final class ArgumentReader {
  private static final ArgumentScalars SCALARS = new ArgumentScalars();

  private ArgumentReader() {}

  /**
   * The parameters of the arguments, in their order.
   *
   * @param declared what the template declares; empty if that isn't known
   * @throws Fault {@code PARAMETER_INVALID} if an argument isn't one, is given twice, is a list or
   *     mapping with a fault, or doesn't fit the declared type
   */
  public static Parameters read(List<String> arguments, List<DeclaredParameter> declared) {
    Parameters parameters = Parameters.EMPTY;
    Map<String, String> byName = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw noAssignment(argument);
      }
      String name = argument.substring(0, equals);
      String earlier = byName.put(name, argument);
      if (earlier != null) {
        throw Fault.of(FaultKind.PARAMETER_INVALID, "parameter '" + name + "' is given twice")
            .where("arguments '" + earlier + "' and '" + argument + "'")
            .mend("keep one of them");
      }
      String text = argument.substring(equals + 1);
      Optional<DeclaredParameter> declaration = DeclaredParameter.named(name, declared);
      String where = "argument '" + argument + "'";
      parameters =
          parameters.with(
              name,
              declaration.isPresent()
                  ? declaredValue(text, declaration.get(), where)
                  : value(text, where));
    }
    return parameters;
  }

  private static Fault noAssignment(String argument) {
    return Fault.of(FaultKind.PARAMETER_INVALID, "'" + argument + "' gives no parameter a value")
        .where("argument '" + argument + "'")
        .found(argument.startsWith("=") ? "no name before '='" : "no '='")
        .mend("write name=value, such as lr=0.01");
  }

  private static ParameterValue declaredValue(
      String text, DeclaredParameter declaration, String where) {
    boolean takesText =
        declaration.type().map(type -> type.accepts().contains(Kind.STRING)).orElse(false);
    if (!takesText) {
      return declaration.convert(value(text, where), where);
    }
    try {
      return declaration.type().orElseThrow().convert(value(text)).orElse(ParameterValue.of(text));
    } catch (YamlProblem e) {
      // Not the list or mapping that it begins like: then it is text, which the type allows.
      return ParameterValue.of(text);
    }
  }

  /**
   * What the text means as the value of a parameter of which nothing is known.
   *
   * @param where the place that the text comes from, for the fault
   * @throws Fault {@code PARAMETER_INVALID} if it is a list or mapping with a fault
   */
  public static ParameterValue value(String text, String where) {
    try {
      return value(text);
    } catch (YamlProblem problem) {
      boolean list = text.strip().startsWith("[");
      throw Fault.of(
              FaultKind.PARAMETER_INVALID,
              "the value begins like a " + (list ? "list" : "mapping") + " but isn't one")
          .where(where)
          .found(problem.what())
          .mend(
              (list ? "write it as [8, 8]" : "write it as {a: 1}")
                  + "; text goes in quotes within the shell's quotes: '\"…\"'")
          .cause(problem);
    }
  }

  private static ParameterValue value(String text) throws YamlProblem {
    String trimmed = text.strip();
    if (trimmed.startsWith("[") || trimmed.startsWith("{")) {
      return YamlNodes.value(whole(trimmed), SCALARS);
    }
    return trimmed.startsWith("\"") || trimmed.startsWith("'") ? quoted(text) : SCALARS.read(text);
  }

  /** The content of text that is in quotes as a whole; other text that begins with one stays. */
  private static ParameterValue quoted(String text) {
    try {
      return ParameterValue.of(
          whole(text.strip()) instanceof ScalarNode scalar ? scalar.getValue() : text);
    } catch (YamlProblem e) {
      return ParameterValue.of(text);
    }
  }

  private static Node whole(String text) throws YamlProblem {
    Node node = YamlText.compose(text).orElseThrow();
    int end = node.getEndMark().getIndex();
    if (end < text.codePointCount(0, text.length())) {
      throw new YamlProblem("there is more behind its end", node.getEndMark(), "");
    }
    return node;
  }
}
