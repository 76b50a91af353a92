package dev.platen.parameter.read;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a file of parameters, YAML or JSON, with PyYAML's rules: one mapping from names to values.
 * Keys inside values become text; a key that is there twice is a fault, unlike in PyYAML.
 *
 * @see <a href="https://papermill.readthedocs.io/en/latest/usage-cli.html">papermill: -f, -y,
 *     -b</a>
 */
public final class YamlReader {
  private static final Set<ParameterValue> NOTHING =
      Set.of(
          NullValue.NULL,
          ParameterValue.of(false),
          ParameterValue.of(0),
          ParameterValue.of(0.0),
          ParameterValue.of(-0.0),
          ParameterValue.of(""),
          new ListValue(List.of()));

  private YamlReader() {}

  /**
   * As {@link #read(String, String)}, but with words read as in a {@code name=value} argument, so
   * that the same text means the same in both: {@code 1e-3} is a number, {@code yes} a text.
   */
  public static Parameters readAsArguments(String text, String source) {
    ArgumentScalars words = new ArgumentScalars();
    return read(text, source, word -> word.isEmpty() ? NullValue.NULL : words.read(word));
  }

  /**
   * The parameters of the text, in its order. No document is no parameters, nor is whatever Python
   * takes for false, for papermill asks no more: null, false, 0, an empty text or list.
   *
   * @param source what the text is called in a fault, such as the file's path
   * @throws Fault {@code PARAMETER_INVALID} at {@code source:line:column}
   */
  public static Parameters read(String text, String source) {
    return read(text, source, new YamlScalars());
  }

  private static Parameters read(String text, String source, PlainScalars words) {
    try {
      Optional<Node> root = YamlText.compose(text);
      ParameterValue value = root.isPresent() ? YamlNodes.value(root.get(), words) : NullValue.NULL;
      if (value instanceof MapValue map) {
        return new Parameters(map.entries());
      }
      if (NOTHING.contains(value)) {
        return Parameters.EMPTY;
      }
      throw new YamlProblem(
          "the parameters must be a mapping from names to values, not " + value.kind().word(),
          root.orElseThrow().getStartMark(),
          "write 'name: value', one a line");
    } catch (YamlProblem problem) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, problem.what())
          .where(source + ":" + problem.place())
          .found(problem.place().excerpt(text))
          .mend(problem.mend())
          .cause(problem);
    }
  }
}
