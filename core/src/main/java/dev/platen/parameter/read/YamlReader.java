package dev.platen.parameter.read;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a file of parameters, YAML or JSON, with PyYAML's rules: one mapping from names to values.
 * Keys inside values become text; a key that is there twice is a fault, unlike in PyYAML.
 *
 * @see <a href="https://papermill.readthedocs.io/en/latest/usage-cli.html">papermill: -f, -y,
 *     -b</a>
 */
public final class YamlReader {
  private YamlReader() {}

  /**
   * The parameters of the text, in its order. No document, or null, is no parameters.
   *
   * @param source what the text is called in a fault, such as the file's path
   * @throws Fault {@code PARAMETER_INVALID} at {@code source:line:column}
   */
  public static Parameters read(String text, String source) {
    try {
      Optional<Node> root = YamlText.compose(text);
      ParameterValue value =
          root.isPresent() ? YamlNodes.value(root.get(), new YamlScalars()) : NullValue.NULL;
      return switch (value.kind()) {
        case NULL -> Parameters.EMPTY;
        case MAP -> new Parameters(((MapValue) value).entries());
        default ->
            throw new YamlProblem(
                "the parameters must be a mapping from names to values, not " + value.kind().word(),
                root.orElseThrow().getStartMark(),
                "write 'name: value', one a line");
      };
    } catch (YamlProblem problem) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, problem.what())
          .where(source + ":" + problem.place())
          .found(problem.place().excerpt(text))
          .mend(problem.mend())
          .cause(problem);
    }
  }
}
