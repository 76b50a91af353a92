package dev.platen.parameter.read;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML text as a tree of nodes, in which plain scalars are not yet given a meaning. */
final class YamlText {
  /** The tag of a scalar that has neither quotes nor a tag of its own. */
  static final Tag PLAIN = new Tag("platen:plain");

  private static final int MAX_DEPTH = 100;
  private static final String MEND = "correct the YAML there";

  private YamlText() {}

  /** The one document's root; empty if the text has none. */
  static Optional<Node> compose(String text) throws YamlProblem {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setCodePointLimit(Integer.MAX_VALUE);
    // What aliases unfold to is limited by YamlNodes, whatever their number.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    try {
      ParserImpl parser = new ParserImpl(new StreamReader(text), options);
      return Optional.ofNullable(new Composer(parser, new PlainTags(), options).getSingleNode());
    } catch (MarkedYAMLException e) {
      throw new YamlProblem(withContext(e.getContext(), e.getProblem()), e.getProblemMark(), MEND);
    } catch (ReaderException e) {
      throw new YamlProblem(firstLine(e.getMessage()), place(text, e.getPosition()), MEND);
    } catch (YAMLException e) {
      throw new YamlProblem(firstLine(e.getMessage()), (Mark) null, MEND);
    }
  }

  /**
   * @param index in code points
   */
  private static Place place(String text, int index) {
    String before = text.substring(0, text.offsetByCodePoints(0, index));
    String line = before.substring(before.lastIndexOf('\n') + 1);
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    return new Place(lines + 1, line.codePointCount(0, line.length()) + 1);
  }

  private static String withContext(@Nullable String context, @Nullable String problem) {
    return (context == null ? "" : context + ", ") + problem;
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "not YAML" : message.lines().findFirst().orElse("not YAML");
  }

  private static final class PlainTags extends Resolver {
    @Override
    protected void addImplicitResolvers() {}

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      if (kind == NodeId.scalar && implicit) {
        return value.equals("<<") ? Tag.MERGE : PLAIN;
      }
      return super.resolve(kind, value, implicit);
    }
  }
}
