package dev.platen.parameter.read;

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
 * key that is there twice, and tags whose values no parameter can have, are problems. They are
 * collected: what has no value is null in its place, of two equal keys the first counts. One
 * instance reads one document.
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
  private final List<YamlProblem> problems = new ArrayList<>();
  private int repeated;

  YamlNodes(PlainScalars plainScalars) {
    this.plainScalars = plainScalars;
  }

  /** The node's value, which must be without any problem. */
  static ParameterValue value(Node node, PlainScalars plainScalars) throws YamlProblem {
    YamlNodes nodes = new YamlNodes(plainScalars);
    YamlValue value = nodes.read(node);
    if (!nodes.problems.isEmpty()) {
      throw nodes.problems.get(0);
    }
    return value.value();
  }

  /** What is wrong with all that was read, in the order in which it was met. */
  List<YamlProblem> problems() {
    return problems;
  }

  YamlValue read(Node node) {
    if (!seen.add(node) && ++repeated >= MAX_REPEATED) {
      return repeated > MAX_REPEATED
          ? nothing(node)
          : problem(
              "aliases repeat more than " + MAX_REPEATED + " values",
              node,
              "write the values out, or fewer of them");
    }
    if (!open.add(node)) {
      return problem("the value contains itself", node, "remove the alias to it inside of it");
    }
    YamlValue value =
        switch (node.getNodeId()) {
          case scalar -> scalar((ScalarNode) node);
          case sequence -> list((SequenceNode) node);
          case mapping -> map((MappingNode) node);
          default -> throw new AssertionError("composed nodes are anchored no more: " + node);
        };
    open.remove(node);
    return value;
  }

  private YamlValue scalar(ScalarNode node) {
    try {
      ParameterValue value = meaning(node.getTag(), node.getValue());
      return value == null
          ? unknownTag(node)
          : new YamlValue.Scalar(place(node), value, node.getValue());
    } catch (IllegalArgumentException e) {
      return problem(String.valueOf(e.getMessage()), node, "correct it, or put it in quotes");
    }
  }

  /** Null for a tag that no parameter can have. */
  private @Nullable ParameterValue meaning(Tag tag, String text) {
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
    }
    return tag.equals(Tag.NULL) ? NullValue.NULL : null;
  }

  private YamlValue list(SequenceNode node) {
    return node.getTag().equals(Tag.SEQ)
        ? new YamlValue.Sequence(place(node), node.getValue().stream().map(this::read).toList())
        : unknownTag(node);
  }

  private YamlValue map(MappingNode node) {
    if (!node.getTag().equals(Tag.MAP)) {
      return unknownTag(node);
    }
    Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
    Map<String, Node> own = new HashMap<>();
    // PyYAML's order: what is merged comes first, in its own place; an entry of its own overrides.
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merged(tuple.getValueNode()).forEach(map -> entries.putAll(map.entries()));
      }
    }
    for (NodeTuple tuple : node.getValue()) {
      Node keyNode = tuple.getKeyNode();
      if (!keyNode.getTag().equals(Tag.MERGE)) {
        String key = key(keyNode);
        Node first = own.putIfAbsent(key, keyNode);
        YamlValue value = read(tuple.getValueNode());
        if (first == null) {
          entries.put(key, new YamlValue.Entry(place(keyNode), value));
        } else {
          problem(
              "'" + key + "' is there twice",
              keyNode,
              "keep one of them; the first is on line " + place(first).line());
        }
      }
    }
    return new YamlValue.Mapping(place(node), entries);
  }

  /** The maps of a merge key, the one that gives way first. */
  private Deque<YamlValue.Mapping> merged(Node node) {
    Deque<YamlValue.Mapping> maps = new ArrayDeque<>();
    List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    for (Node each : nodes) {
      if (read(each) instanceof YamlValue.Mapping map) {
        maps.addFirst(map);
      } else {
        problem("'<<' takes a mapping, or a list of them", each, "give an alias of a mapping");
      }
    }
    return maps;
  }

  /** A key is text in every language; other scalars become text as in Python. */
  private String key(Node node) {
    if (!(node instanceof ScalarNode)) {
      problem("a key must be a single word or number", node, "use text as the key");
      return node.toString();
    }
    ParameterValue value = read(node).value();
    return value instanceof StringValue text ? text.value() : value.display();
  }

  private YamlValue unknownTag(Node node) {
    String tag = node.getTag().getValue().replaceFirst("^tag:yaml\\.org,2002:", "!!");
    return problem(
        "no parameter can have a value of the type '" + tag + "'",
        node,
        "remove the tag, and write text, a number, a list or a mapping");
  }

  private YamlValue problem(String what, Node node, String mend) {
    problems.add(new YamlProblem(what, place(node), mend));
    return nothing(node);
  }

  private static YamlValue nothing(Node node) {
    return new YamlValue.Scalar(place(node), NullValue.NULL, "");
  }

  private static Place place(Node node) {
    return Place.of(node.getStartMark());
  }
}
