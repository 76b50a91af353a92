package dev.platen.parameter.inspect;

import static java.util.Map.entry;

import dev.platen.parameter.ParameterType;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.ParameterValue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of value a declared type admits. A type that isn't known here admits all.
 *
 * @param kinds by the type's name, without what stands in brackets behind it
 * @param optional types around another that admit null as well
 * @param nullable whether every type of this name admits null
 * @param words what the language calls a value of each kind
 */
record CodeTypes(
    Map<String, Kind> kinds, Set<String> optional, Set<String> nullable, Map<Kind, String> words) {
  static final CodeTypes R =
      new CodeTypes(
          Map.of(),
          Set.of(),
          Set.of(),
          words("NULL", "logical", "integer", "numeric", "character", "list", "list"));

  static final CodeTypes JULIA =
      new CodeTypes(
          Map.ofEntries(
              entry("Bool", Kind.BOOLEAN),
              entry("Int", Kind.INTEGER),
              entry("Int32", Kind.INTEGER),
              entry("Int64", Kind.INTEGER),
              entry("UInt", Kind.INTEGER),
              entry("Integer", Kind.INTEGER),
              entry("BigInt", Kind.INTEGER),
              entry("Float32", Kind.FLOAT),
              entry("Float64", Kind.FLOAT),
              entry("AbstractFloat", Kind.FLOAT),
              entry("String", Kind.STRING),
              entry("AbstractString", Kind.STRING),
              entry("Nothing", Kind.NULL),
              entry("Vector", Kind.LIST),
              entry("Array", Kind.LIST),
              entry("AbstractVector", Kind.LIST),
              entry("Dict", Kind.MAP),
              entry("AbstractDict", Kind.MAP)),
          Set.of("Union"),
          Set.of(),
          words("Nothing", "Bool", "Int", "Float64", "String", "Vector", "Dict"));

  static final CodeTypes SCALA =
      new CodeTypes(
          Map.ofEntries(
              entry("Boolean", Kind.BOOLEAN),
              entry("Int", Kind.INTEGER),
              entry("Long", Kind.INTEGER),
              entry("Short", Kind.INTEGER),
              entry("BigInt", Kind.INTEGER),
              entry("Float", Kind.FLOAT),
              entry("Double", Kind.FLOAT),
              entry("String", Kind.STRING),
              entry("Seq", Kind.LIST),
              entry("List", Kind.LIST),
              entry("Vector", Kind.LIST),
              entry("Array", Kind.LIST),
              entry("Map", Kind.MAP)),
          Set.of("Option"),
          Set.of("String"),
          words("Null", "Boolean", "Int", "Double", "String", "Seq", "Map"));

  static final CodeTypes JAVA =
      new CodeTypes(
          Map.ofEntries(
              entry("boolean", Kind.BOOLEAN),
              entry("Boolean", Kind.BOOLEAN),
              entry("byte", Kind.INTEGER),
              entry("short", Kind.INTEGER),
              entry("int", Kind.INTEGER),
              entry("Integer", Kind.INTEGER),
              entry("long", Kind.INTEGER),
              entry("Long", Kind.INTEGER),
              entry("BigInteger", Kind.INTEGER),
              entry("float", Kind.FLOAT),
              entry("Float", Kind.FLOAT),
              entry("double", Kind.FLOAT),
              entry("Double", Kind.FLOAT),
              entry("String", Kind.STRING),
              entry("List", Kind.LIST),
              entry("Map", Kind.MAP)),
          Set.of(),
          Set.of(
              "Boolean",
              "Integer",
              "Long",
              "BigInteger",
              "Float",
              "Double",
              "String",
              "List",
              "Map"),
          words("null", "boolean", "int", "double", "String", "List", "Map"));

  private static Map<Kind, String> words(String... inOrder) {
    return Map.of(
        Kind.NULL, inOrder[0],
        Kind.BOOLEAN, inOrder[1],
        Kind.INTEGER, inOrder[2],
        Kind.FLOAT, inOrder[3],
        Kind.STRING, inOrder[4],
        Kind.LIST, inOrder[5],
        Kind.MAP, inOrder[6]);
  }

  /** The type of these tokens, which are written so. */
  ParameterType declared(String text, List<Token> type) {
    return ParameterType.declared(text, admitted(type));
  }

  ParameterType inferred(ParameterValue value) {
    return ParameterType.inferred(words.getOrDefault(value.kind(), ""), value.kind());
  }

  private Set<Kind> admitted(List<Token> type) {
    Token last = type.get(type.size() - 1);
    if (last.is("]") && type.size() > 2 && type.get(type.size() - 2).is("[")) {
      return EnumSet.of(Kind.LIST, Kind.NULL);
    }
    int end = 0;
    while (end < type.size()
        && (type.get(end).kind() == Token.Kind.NAME || type.get(end).is("."))) {
      end++;
    }
    if (end == 0) {
      return Set.of();
    }
    String name = type.get(end - 1).text();
    if (optional.contains(name)) {
      return end + 2 < type.size() ? union(name, type.subList(end + 1, type.size() - 1)) : Set.of();
    }
    Kind kind = kinds.get(name);
    if (kind == null) {
      return Set.of();
    }
    return nullable.contains(name) ? EnumSet.of(kind, Kind.NULL) : EnumSet.of(kind);
  }

  /** What lies between the commas; of an option null as well. */
  private Set<Kind> union(String name, List<Token> types) {
    Set<Kind> union = name.equals("Union") ? EnumSet.noneOf(Kind.class) : EnumSet.of(Kind.NULL);
    int depth = types.get(0).depth();
    int start = 0;
    for (int i = 0; i <= types.size(); i++) {
      boolean isEnd = i == types.size() || (types.get(i).is(",") && types.get(i).depth() == depth);
      if (isEnd && i > start) {
        Set<Kind> kinds = admitted(types.subList(start, i));
        if (kinds.isEmpty()) {
          return Set.of();
        }
        union.addAll(kinds);
      }
      start = isEnd ? i + 1 : start;
    }
    return union;
  }
}
