package dev.platen.parameter.format;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.NearestName;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the fields of a path: {@code out_{n:03d}.ipynb}. */
public final class PathTemplate {
  private static final Pattern NAME = Pattern.compile("[^.\\[]*");
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^\\]]+)\\]");
  private static final String BRACES = "write '{{' and '}}' where the path itself has braces";

  private final Parameters parameters;
  private final BuiltIns builtIns;

  /** Fields are filled with these; a parameter called {@code pm} goes before the built-in. */
  public PathTemplate(Parameters parameters, BuiltIns builtIns) {
    this.parameters = parameters;
    this.builtIns = builtIns;
  }

  /**
   * The path with its fields filled.
   *
   * @param path a format string of Python's; fields have names
   * @throws Fault {@code PARAMETER_INVALID} if it is none, or a field can't be filled
   */
  public String fill(String path) {
    try {
      return filled(path, 2);
    } catch (FormatProblem problem) {
      throw Fault.of(FaultKind.PARAMETER_INVALID, problem.what())
          .where("path '" + path + "'")
          .mend(problem.mend())
          .cause(problem);
    }
  }

  /**
   * @param depth how deep fields may lie in fields: a specification may have some
   */
  private String filled(String text, int depth) throws FormatProblem {
    if (depth == 0) {
      throw new FormatProblem("fields lie too deep in fields", BRACES);
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
      if (c != '{' && c != '}') {
        out.append(c);
        i++;
      } else if (doubled) {
        out.append(c);
        i += 2;
      } else if (c == '}') {
        throw new FormatProblem("a '}' closes no field", BRACES);
      } else {
        int end = end(text, i + 1);
        out.append(field(text.substring(i + 1, end), depth));
        i = end + 1;
      }
    }
    return out.toString();
  }

  /** The index of the brace that closes the field that begins here. */
  private static int end(String text, int start) throws FormatProblem {
    int open = 1;
    boolean inName = true;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inName && c == '[') {
        i = Math.max(i, text.indexOf(']', i));
      } else if (c == '{') {
        open++;
      } else if (c == '}') {
        open--;
        if (open == 0) {
          return i;
        }
      } else if (c == ':' || c == '!') {
        inName = false;
      }
    }
    throw new FormatProblem("a '{' opens a field that isn't closed", BRACES);
  }

  private String field(String field, int depth) throws FormatProblem {
    int nameEnd = nameEnd(field);
    FormatValue value = value(field.substring(0, nameEnd));
    String rest = field.substring(nameEnd);
    String conversion = "";
    if (rest.startsWith("!")) {
      conversion = rest.length() > 1 ? rest.substring(1, 2) : "";
      if (!conversion.matches("[rsa]") || !(rest.length() == 2 || rest.charAt(2) == ':')) {
        throw new FormatProblem("'" + rest + "' is no conversion", "write !s or !r");
      }
      rest = rest.substring(2);
    }
    String specification = rest.isEmpty() ? "" : filled(rest.substring(1), depth - 1);
    FormatValue converted =
        switch (conversion) {
          case "" -> value;
          case "s" -> new TypedValue(ParameterValue.of(value.text()));
          case "r" -> new TypedValue(ParameterValue.of(value.representation()));
          default -> new TypedValue(ParameterValue.of(ascii(value.representation())));
        };
    return specification.isEmpty() ? converted.text() : converted.format(specification);
  }

  private static int nameEnd(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '[') {
        i = Math.max(i, field.indexOf(']', i));
      } else if (c == ':' || c == '!') {
        return i;
      }
    }
    return field.length();
  }

  private FormatValue value(String name) throws FormatProblem {
    Matcher first = NAME.matcher(name);
    String root = first.lookingAt() ? first.group() : "";
    FormatValue value = root(root);
    Matcher step = STEP.matcher(name);
    int at = root.length();
    while (at < name.length()) {
      if (!step.find(at) || step.start() != at) {
        throw new FormatProblem(
            "'" + name + "' names no value", "write name, name[key] or name[0]");
      }
      value = step.group(1) != null ? value.attribute(step.group(1)) : value.item(step.group(2));
      at = step.end();
    }
    return value;
  }

  private FormatValue root(String name) throws FormatProblem {
    Optional<ParameterValue> parameter = parameters.value(name);
    if (parameter.isPresent()) {
      return new TypedValue(parameter.get());
    } else if (name.equals("pm")) {
      return builtIns;
    } else if (name.isEmpty() || name.matches("\\d+")) {
      throw new FormatProblem("a field without a name", "name a parameter in it; or " + BRACES);
    }
    List<String> known = new ArrayList<>(parameters.values().keySet());
    known.add("pm");
    throw new FormatProblem(
        "missing parameter '" + name + "'",
        NearestName.of(name, known).map(it -> "did you mean '" + it + "'? ").orElse("")
            + "pass it with -p; or "
            + BRACES);
  }

  private static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c < 0x80) {
                out.append((char) c);
              } else {
                String escape = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
                out.append(String.format(escape, c));
              }
            });
    return out.toString();
  }
}
