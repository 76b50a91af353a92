package dev.platen.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IPython's own syntax as Python: magics, system commands, help and automatic calls become the
 * calls that IPython itself makes of them.
 *
 * @see <a href="https://ipython.readthedocs.io/en/stable/interactive/reference.html">IPython
 *     reference</a>
 */
final class IpythonSource {
  private static final Pattern CELL_MAGIC = Pattern.compile("\\A%%(\\w+)(.*)");
  private static final Pattern MAGIC = Pattern.compile("(?:%%?[\\p{L}_]|!{1,2}\\s*\\S).*");
  // Possessive: a long line must not exhaust the stack.
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "([\\p{L}_][\\w.]*(?:\\[[^]=]*+])*+(?:\\s*+,\\s*+[\\p{L}_][\\w.]*+)*+\\s*=\\s*)([%!])(?!=)(.+)");
  private static final Pattern HELP_BEHIND = Pattern.compile("(%{0,2}[\\p{L}_*][\\w.*]*)(\\?\\??)");
  private static final Pattern HELP_BEFORE = Pattern.compile("(\\?\\??)\\s*(%{0,2}[\\w.*]+)\\s*");
  private static final Pattern AUTOCALL = Pattern.compile("([/,;])([\\p{L}_][\\w.]*)(?:\\s+(.*))?");

  private IpythonSource() {}

  static String toPython(String source) {
    String code = dedented(source.replaceFirst("\\A(?:[ \\t]*+\\n)++", ""));
    Matcher magic = CELL_MAGIC.matcher(code);
    if (magic.find()) {
      return cellMagic(magic.group(1), magic.group(2), code.substring(magic.end()));
    }
    if (code.isBlank() || !mayHaveSyntax(code)) {
      return code;
    }
    List<String> lines = List.of(code.split("\n", -1));
    List<String> python = new ArrayList<>(lines.size());
    PythonLines state = new PythonLines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!state.atStatement() || !isSpecial(line.strip())) {
        state.read(line);
        python.add(line);
        continue;
      }
      StringBuilder whole = new StringBuilder(line);
      while (whole.length() > 0
          && whole.charAt(whole.length() - 1) == '\\'
          && i + 1 < lines.size()) {
        whole.setLength(whole.length() - 1);
        whole.append(' ').append(lines.get(++i));
      }
      python.add(statement(whole.toString().stripTrailing()));
    }
    return String.join("\n", python);
  }

  private static boolean mayHaveSyntax(String code) {
    return code.chars().anyMatch(c -> "%!?/,;".indexOf(c) >= 0);
  }

  private static String dedented(String code) {
    Matcher indent = Pattern.compile("\\A[ \\t]+").matcher(code);
    return indent.find() ? code.replaceAll("(?m)^" + indent.group(), "") : code;
  }

  private static String cellMagic(String name, String arguments, String rest) {
    String body = rest.startsWith("\n") ? rest.substring(1) : rest;
    String whole = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
    return call("run_cell_magic", name, arguments.strip(), whole);
  }

  private static boolean isSpecial(String line) {
    return MAGIC.matcher(line).matches()
        || HELP_BEHIND.matcher(line).matches()
        || HELP_BEFORE.matcher(line).matches()
        || AUTOCALL.matcher(line).matches()
        || ASSIGNMENT.matcher(line).matches();
  }

  private static String statement(String line) {
    String text = line.stripLeading();
    String indent = line.substring(0, line.length() - text.length());
    String stripped = text.strip();
    Matcher behind = HELP_BEHIND.matcher(stripped);
    Matcher before = HELP_BEFORE.matcher(stripped);
    Matcher assignment = ASSIGNMENT.matcher(stripped);
    Matcher autocall = AUTOCALL.matcher(stripped);
    if (behind.matches()) {
      return indent + help(behind.group(1), behind.group(2));
    }
    if (before.matches()) {
      return indent + help(before.group(2), before.group(1));
    }
    if (text.startsWith("!!")) {
      return indent + call("getoutput", text.substring(2));
    }
    if (text.startsWith("!")) {
      return indent + call("system", text.substring(1));
    }
    if (text.startsWith("%")) {
      return indent + lineMagic(text.replaceFirst("%%?", ""));
    }
    if (assignment.matches()) {
      String value = assignment.group(3);
      boolean magic = assignment.group(2).equals("%");
      return indent + assignment.group(1) + (magic ? lineMagic(value) : call("getoutput", value));
    }
    return autocall.matches() ? indent + automatic(autocall) : line;
  }

  private static String lineMagic(String text) {
    int blank = text.indexOf(' ');
    String name = blank < 0 ? text : text.substring(0, blank);
    return call("run_line_magic", name.strip(), blank < 0 ? "" : text.substring(blank + 1));
  }

  private static String help(String name, String marks) {
    boolean search = name.contains("*");
    return call(
        "run_line_magic", search ? "psearch" : marks.length() > 1 ? "pinfo2" : "pinfo", name);
  }

  private static String automatic(Matcher call) {
    String arguments = call.group(3) == null ? "" : call.group(3);
    String inside =
        switch (call.group(1)) {
          case "/" -> String.join(", ", arguments.split("\\s+"));
          case "," -> "\"" + String.join("\", \"", arguments.split("\\s+")) + "\"";
          default -> "\"" + arguments + "\"";
        };
    return call.group(2) + "(" + inside + ")";
  }

  private static String call(String method, String... arguments) {
    List<String> literals = new ArrayList<>();
    for (String argument : arguments) {
      literals.add(PythonText.literal(argument));
    }
    return "get_ipython()." + method + "(" + String.join(", ", literals) + ")";
  }
}
