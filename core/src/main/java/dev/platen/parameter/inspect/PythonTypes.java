package dev.platen.parameter.inspect;

import static java.util.Map.entry;

import dev.platen.parameter.ParameterType;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of value a type annotation admits. What lies inside of lists and mappings isn't
 * looked at; a type that isn't known here admits everything, and so does a union with one.
 *
 * @see <a href="https://docs.python.org/3/library/typing.html">typing</a>
 */
final class PythonTypes {
  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          entry("None", Kind.NULL),
          entry("NoneType", Kind.NULL),
          entry("bool", Kind.BOOLEAN),
          entry("int", Kind.INTEGER),
          entry("float", Kind.FLOAT),
          entry("str", Kind.STRING),
          entry("list", Kind.LIST),
          entry("List", Kind.LIST),
          entry("tuple", Kind.LIST),
          entry("Tuple", Kind.LIST),
          entry("Sequence", Kind.LIST),
          entry("dict", Kind.MAP),
          entry("Dict", Kind.MAP),
          entry("Mapping", Kind.MAP));

  private static final Set<String> MODULES = Set.of("typing", "t", "builtins", "collections");
  private static final Set<Kind> ANY = Set.of();
  private static final int MAX_DEPTH = 50;

  private PythonTypes() {}

  /** The type that the annotation's source names. */
  static ParameterType declared(String annotation) {
    return ParameterType.declared(annotation, kinds(annotation));
  }

  private static Set<Kind> kinds(String annotation) {
    List<PythonLine> lines = PythonLexer.lines(annotation);
    boolean plausible =
        lines.size() == 1
            && lines.get(0).tokens().stream().allMatch(token -> token.depth() < MAX_DEPTH);
    return plausible ? union(split(lines.get(0).tokens(), "|")) : ANY;
  }

  private static Set<Kind> union(List<List<Token>> members) {
    Set<Kind> union = EnumSet.noneOf(Kind.class);
    for (List<Token> member : members) {
      Set<Kind> kinds = kindsOfOne(member);
      if (kinds.isEmpty()) {
        return ANY;
      }
      union.addAll(kinds);
    }
    return union;
  }

  private static Set<Kind> kindsOfOne(List<Token> type) {
    if (type.size() == 1 && type.get(0).kind() == Token.Kind.STRING) {
      return PythonString.decode(type.get(0).text()).map(PythonTypes::kinds).orElse(ANY);
    }
    int name = 0;
    while (name + 2 < type.size() && type.get(name + 1).is(".")) {
      name += 2;
    }
    boolean ours = name == 0 || MODULES.contains(type.isEmpty() ? "" : type.get(0).text());
    boolean generic = type.size() > name + 3 && type.get(name + 1).is("[");
    if (!ours || type.isEmpty() || (type.size() > name + 1 && !generic)) {
      return ANY;
    }
    List<Token> inside = generic ? type.subList(name + 2, type.size() - 1) : List.of();
    return kinds(type.get(name).text(), inside);
  }

  private static Set<Kind> kinds(String name, List<Token> inside) {
    List<List<Token>> arguments = split(inside, ",");
    return switch (name) {
      case "Optional" -> with(Kind.NULL, union(split(inside, "|")));
      case "Union" -> union(arguments.stream().flatMap(a -> split(a, "|").stream()).toList());
      case "Annotated", "Final" -> arguments.isEmpty() ? ANY : union(split(arguments.get(0), "|"));
      case "Literal" -> literals(arguments);
      default -> KINDS.containsKey(name) ? EnumSet.of(KINDS.get(name)) : ANY;
    };
  }

  private static Set<Kind> literals(List<List<Token>> values) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (List<Token> value : values) {
      Kind kind = PythonLiteral.read(value).map(ParameterValue::kind).orElse(null);
      if (kind == null) {
        return ANY;
      }
      kinds.add(kind);
    }
    return kinds;
  }

  private static Set<Kind> with(Kind kind, Set<Kind> others) {
    if (others.isEmpty()) {
      return ANY;
    }
    Set<Kind> all = EnumSet.copyOf(others);
    all.add(kind);
    return all;
  }

  /** The parts between the operators that lie in no deeper bracket; none if there are no tokens. */
  private static List<List<Token>> split(List<Token> tokens, String operator) {
    List<List<Token>> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      boolean end = i == tokens.size();
      if (end || (tokens.get(i).is(operator) && tokens.get(i).depth() == tokens.get(0).depth())) {
        if (i > start) {
          parts.add(tokens.subList(start, i));
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
