package dev.platen.parameter.read;

import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns nodes into values as PyYAML's safe loader does, but for what would lose data silently: a
 * key that is there twice, and tags whose values no parameter can have, are problems. One instance
 * reads one document.
 *
 * @see <a href="https://yaml.org/type/">the types of YAML 1.1</a>
 */
final class YamlNodes {
  /**
   * How many nodes aliases may repeat in one document, so that nine lines can't fill the memory.
   */
  private static final int MAX_REPEATED = 100_000;

  private final PlainScalars plainScalars;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int repeated;

  YamlNodes(PlainScalars plainScalars) {
    this.plainScalars = plainScalars;
  }

  ParameterValue read(Node node) throws YamlProblem {
    if (!seen.add(node) && ++repeated > MAX_REPEATED) {
      throw new YamlProblem(
          "aliases repeat more than " + MAX_REPEATED + " values",
          node.getStartMark(),
          "write the values out, or fewer of them");
    }
    if (!open.add(node)) {
      throw new YamlProblem(
          "the value contains itself", node.getStartMark(), "remove the alias to it inside of it");
    }
    ParameterValue value =
        switch (node.getNodeId()) {
          case scalar -> scalar((ScalarNode) node);
          case sequence -> list((SequenceNode) node);
          case mapping -> map((MappingNode) node);
          default -> throw new AssertionError("composed nodes are anchored no more: " + node);
        };
    open.remove(node);
    return value;
  }

  private ParameterValue scalar(ScalarNode node) throws YamlProblem {
    Tag tag = node.getTag();
    String text = node.getValue();
    try {
      if (tag.equals(YamlText.PLAIN)) {
        return plainScalars.read(text);
      } else if (tag.equals(Tag.STR)) {
        return new StringValue(text);
      } else if (tag.equals(Tag.INT)) {
        return YamlScalars.integer(text);
      } else if (tag.equals(Tag.FLOAT)) {
        return YamlScalars.number(text);
      } else if (tag.equals(Tag.BOOL)) {
        return YamlScalars.bool(text);
      } else if (tag.equals(Tag.NULL)) {
        return NullValue.NULL;
      }
    } catch (IllegalArgumentException e) {
      throw new YamlProblem(
          String.valueOf(e.getMessage()), node.getStartMark(), "correct it, or put it in quotes");
    }
    throw unknownTag(node);
  }

  private ListValue list(SequenceNode node) throws YamlProblem {
    if (!node.getTag().equals(Tag.SEQ)) {
      throw unknownTag(node);
    }
    List<ParameterValue> values = new ArrayList<>(node.getValue().size());
    for (Node item : node.getValue()) {
      values.add(read(item));
    }
    return new ListValue(values);
  }

  private MapValue map(MappingNode node) throws YamlProblem {
    if (!node.getTag().equals(Tag.MAP)) {
      throw unknownTag(node);
    }
    Map<String, ParameterValue> entries = new LinkedHashMap<>();
    Map<String, Node> own = new HashMap<>();
    // PyYAML's order: what is merged comes first, in its own place; an entry of its own overrides.
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merged(tuple.getValueNode()).forEach(map -> entries.putAll(map.entries()));
      }
    }
    for (NodeTuple tuple : node.getValue()) {
      if (!tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        String key = key(tuple.getKeyNode());
        Node first = own.putIfAbsent(key, tuple.getKeyNode());
        if (first != null) {
          throw twice(key, first, tuple.getKeyNode());
        }
        entries.put(key, read(tuple.getValueNode()));
      }
    }
    return new MapValue(entries);
  }

  /** The maps of a merge key, the one that gives way first. */
  private Deque<MapValue> merged(Node node) throws YamlProblem {
    Deque<MapValue> maps = new ArrayDeque<>();
    List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    for (Node each : nodes) {
      if (!(read(each) instanceof MapValue map)) {
        throw new YamlProblem(
            "'<<' takes a mapping, or a list of them",
            each.getStartMark(),
            "give an alias of a mapping");
      }
      maps.addFirst(map);
    }
    return maps;
  }

  /** A key is text in every language; other scalars become text as in Python. */
  private String key(Node node) throws YamlProblem {
    if (!(node instanceof ScalarNode)) {
      throw new YamlProblem(
          "a key must be a single word or number", node.getStartMark(), "use text as the key");
    }
    ParameterValue value = read(node);
    return value instanceof StringValue text ? text.value() : value.display();
  }

  private static YamlProblem twice(String key, Node first, @Nullable Node second) {
    return new YamlProblem(
        "'" + key + "' is there twice",
        second == null ? null : second.getStartMark(),
        "keep one of them; the first is on line " + (first.getStartMark().getLine() + 1));
  }

  private static YamlProblem unknownTag(Node node) {
    String tag = node.getTag().getValue().replaceFirst("^tag:yaml\\.org,2002:", "!!");
    return new YamlProblem(
        "no parameter can have a value of the type '" + tag + "'",
        node.getStartMark(),
        "remove the tag, and write text, a number, a list or a mapping");
  }
}
