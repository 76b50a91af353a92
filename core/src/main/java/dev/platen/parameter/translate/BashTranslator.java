package dev.platen.parameter.translate;

import static dev.platen.parameter.translate.StringEscapes.hex;
import static java.util.stream.Collectors.joining;

import dev.platen.json.PythonFloat;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Bash. Every value is text there: lists are arrays, maps associative arrays, and neither can hold
 * another. As papermill writes it where that is right.
 *
 * @see <a href="https://www.gnu.org/software/bash/manual/bash.html#Quoting">Bash: quoting</a>
 */
final class BashTranslator extends Dialect {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");
  private static final Pattern WITH_CONTROLS = Pattern.compile("[\\x00-\\x1f\\x7f]");

  /** The time that Bash takes to read a word grows with the square of its length. */
  private static final int PIECE = 20_000;

  /** Text with control characters, in the quotes that know escapes. */
  private static final StringEscapes ESCAPED =
      StringEscapes.of('\'', Unit.BYTE, c -> "\\x" + hex(c, 2));

  BashTranslator() {
    super(
        VariableNames.usual(
            "Bash",
            // Read-only ones, and those whose value Bash or its programs run as code.
            "BASHOPTS BASHPID BASH_ARGC BASH_ARGV BASH_CMDS BASH_ALIASES BASH_ENV BASH_VERSINFO EUID"
                + " ENV FUNCNAME GROUPS IFS LD_LIBRARY_PATH LD_PRELOAD PATH PPID PROMPT_COMMAND PS0 PS1"
                + " PS2 PS3 PS4 SHELLOPTS UID _"));
  }

  @Override
  String nothing() {
    return "";
  }

  @Override
  String integer(BigInteger value) {
    return value.toString();
  }

  @Override
  String number(double value) {
    return PythonFloat.repr(value);
  }

  @Override
  String text(String value) {
    if (StringEscapes.wholeCharacters(value).indexOf(0) >= 0) {
      throw cannot("text with a NUL character", "leave it out: Bash's text can't have it");
    }
    if (WITH_CONTROLS.matcher(value).find()) {
      return "$" + ESCAPED.quoted(value);
    }
    return BARE.matcher(value).matches() ? value : "'" + value.replace("'", "'\"'\"'") + "'";
  }

  @Override
  String list(List<ParameterValue> values) {
    return values.stream().map(this::element).collect(joining(" ", "(", ")"));
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    throw cannot("a dict within another value", "give it as a parameter of its own");
  }

  @Override
  String statement(String name, ParameterValue value) {
    if (value instanceof MapValue map) {
      return map.entries().entrySet().stream()
          .map(entry -> "[" + key(entry.getKey()) + "]=" + element(entry.getValue()))
          .collect(joining(" ", "declare -A " + name + "=(", ")"));
    }
    if (value instanceof StringValue text && text.value().length() > PIECE) {
      return TextPieces.of(text.value(), PIECE).stream()
          .map(this::text)
          .collect(joining("\n" + name + "+=", name + "=", ""));
    }
    return name + "=" + literal(value);
  }

  private String element(ParameterValue value) {
    if (value instanceof ListValue || value instanceof MapValue) {
      throw cannot("a list or dict within another", "give it as a parameter of its own");
    }
    String literal = literal(value);
    return literal.isEmpty() ? "''" : literal;
  }

  private String key(String key) {
    if (key.isEmpty()) {
      throw cannot("a dict with an empty key", "name it: Bash takes no empty key");
    }
    String text = text(key);
    return text.equals(key) ? "'" + key + "'" : text;
  }
}
