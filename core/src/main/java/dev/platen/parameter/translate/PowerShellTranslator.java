package dev.platen.parameter.translate;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.translate.StringEscapes.Unit;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * PowerShell. Text stands in single quotes, in which nothing is expanded; what isn't printable
 * ASCII goes through {@code [regex]::Unescape}, for such quotes know no escapes.
 *
 * @see <a
 *     href="https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules">PowerShell:
 *     quoting rules</a>
 */
final class PowerShellTranslator extends Dialect {
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  private static final StringEscapes STRING =
      StringEscapes.of('\'', Unit.UTF_16, StringEscapes::unit).with('\'', "''");

  PowerShellTranslator() {
    super(
        VariableNames.usual(
            "PowerShell",
            "args ConsoleFileName Error Event EventArgs EventSubscriber ExecutionContext false foreach"
                + " HOME Host input IsCoreCLR IsLinux IsMacOS IsWindows LASTEXITCODE Matches"
                + " MyInvocation NestedPromptLevel null PID PROFILE PSBoundParameters PSCmdlet"
                + " PSCommandPath PSCulture PSDebugContext PSEdition PSHOME PSItem PSScriptRoot"
                + " PSSenderInfo PSUICulture PSVersionTable PWD Sender ShellId StackTrace switch this"
                + " true _"));
  }

  @Override
  String nothing() {
    return "$Null";
  }

  @Override
  String truth(boolean value) {
    return value ? "$True" : "$False";
  }

  @Override
  String integer(BigInteger value) {
    return value.bitLength() < 64 ? value.toString() : "[bigint]::Parse('" + value + "')";
  }

  @Override
  String number(double value) {
    return number(
        value, "[double]::NaN", "[double]::PositiveInfinity", "[double]::NegativeInfinity");
  }

  @Override
  String text(String value) {
    return PRINTABLE.matcher(value).matches()
        ? "'" + value.replace("'", "''") + "'"
        : "[regex]::Unescape(" + STRING.quoted(value) + ")";
  }

  @Override
  String list(List<ParameterValue> values) {
    // A comma before a list that is alone, or @() takes it for its own.
    boolean lonely = values.size() == 1 && values.get(0).kind() == ParameterValue.Kind.LIST;
    return (lonely ? "@(," : "@(") + joined(values) + ")";
  }

  @Override
  String map(Map<String, ParameterValue> entries) {
    Set<String> seen = new HashSet<>();
    return entries.entrySet().stream()
        .map(entry -> key(entry.getKey(), seen) + " = " + literal(entry.getValue()))
        .collect(joining("; ", "@{", "}"));
  }

  @Override
  String statement(String name, ParameterValue value) {
    return "$" + name + " = " + literal(value);
  }

  private String key(String key, Set<String> seen) {
    if (!seen.add(key.toLowerCase(Locale.ROOT))) {
      throw cannot(
          "two keys that differ by capitals only, '" + key + "' being one",
          "rename one: to PowerShell they are the same");
    }
    String text = text(key);
    return text.startsWith("'") ? text : "(" + text + ")";
  }
}
