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
   * As {@link #read(String, String)}, but with words read as in a {@code name=value} argument, so
   * that the same text means the same in both: {@code 1e-3} is a number, {@code yes} a text.
   */
  public static Parameters readAsArguments(String text, String source) {
    ArgumentScalars words = new ArgumentScalars();
    return read(text, source, word -> word.isEmpty() ? NullValue.NULL : words.read(word));
  }

  /**
   * The parameters of the text, in its order. No document, or null, is no parameters.
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
