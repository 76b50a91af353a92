package dev.platen.parameter.read;

import dev.platen.parameter.NullValue;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A file that is more than parameters, with everything in its place. Words mean what they mean on
 * the command line ({@link ArgumentReader}), so that {@code 1e-3} is a number and {@code no} is
 * text; where nothing is written the value is null.
 *
 * @param root what the document is; empty if there is none, or if it isn't YAML
 * @param problems what is wrong with it as YAML, in the text's order. What couldn't be read is null
 *     in its place, of a key that is there twice the first counts
 */
public record YamlDocument(Optional<YamlValue> root, List<Problem> problems) {
  /** What is wrong at a place, and how to mend it, each one line. */
  public record Problem(Place place, String what, String mend) {}

  private static final ArgumentScalars WORDS = new ArgumentScalars();

  public YamlDocument {
    problems = List.copyOf(problems);
  }

  /** Reads the text as far as it can be read. */
  public static YamlDocument read(String text) {
    try {
      Optional<Node> root = YamlText.compose(text);
      YamlNodes nodes = new YamlNodes(word -> word.isEmpty() ? NullValue.NULL : WORDS.read(word));
      Optional<YamlValue> value = root.map(nodes::read);
      return new YamlDocument(
          value, nodes.problems().stream().map(YamlProblem::toProblem).toList());
    } catch (YamlProblem problem) {
      return new YamlDocument(Optional.empty(), List.of(problem.toProblem()));
    }
  }
}
