package dev.platen.parameter.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.fault.Fault;
import dev.platen.json.JsonReader;
import dev.platen.json.JsonSyntaxException;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.TemplateLanguage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no interpreter here can run, held against the languages' own grammars. */
class TranslatorsTest {
  private static final String TEXT = "\"a'b\\\"c\\\\d$x\\n\\u00e9\\ud83d\\ude00`%s\"";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "julia ~ p = \"a'b\\\"c\\\\d\\$x\\n\\u00e9\\U0001f600`%s\"",
        "typescript ~ let p = \"a'b\\\"c\\\\d$x\\n\\u00e9\\ud83d\\ude00`%s\";",
        "c# ~ var p = \"a'b\\\"c\\\\d$x\\n\\u00e9\\ud83d\\ude00`%s\";",
        "f# ~ let p = \"a'b\\\"c\\\\d$x\\n\\u00e9\\U0001f600`%s\"",
        "powershell ~ $p = [regex]::Unescape('a''b\"c\\\\d$x\\n\\u00e9\\ud83d\\ude00`%s')",
        "matlab ~ p = string(jsondecode('\"a''b\\\"c\\\\d$x\\n\\u00e9\\ud83d\\ude00`%s\"'));",
        "haskell ~ p = \"a'b\\\"c\\\\d$x\\n\\233\\&\\128512\\&`%s\"",
      })
  void textStaysText(String language, String expected) throws JsonSyntaxException {
    assertThat(assigned(language, TEXT)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "julia ~ null ~ p = nothing",
        "julia ~ [1, 2.5] ~ p = Any[1, 2.5]",
        "julia ~ [1, 2] ~ p = [1, 2]",
        "julia ~ NaN ~ p = NaN",
        "julia ~ {\"a\": -Infinity} ~ p = Dict(\"a\" => -Inf)",
        "julia ~ {} ~ p = Dict{String, Any}()",
        "c# ~ null ~ object p = null;",
        "c# ~ [1, \"a\"] ~ var p = new object[] { 1, \"a\" };",
        "c# ~ [1.5, 2.5] ~ var p = new [] { 1.5, 2.5 };",
        "c# ~ 3000000000 ~ var p = 3000000000L;",
        "c# ~ 10000000000000000000 ~"
            + " var p = System.Numerics.BigInteger.Parse(\"10000000000000000000\");",
        "c# ~ {\"a\": true} ~"
            + " var p = new System.Collections.Generic.Dictionary<string, object> { { \"a\", true } };",
        "f# ~ [1, \"a\", null] ~ let p = [ box (1); box (\"a\"); (null : obj) ]",
        "f# ~ [-1, 2] ~ let p = [ -1; 2 ]",
        "f# ~ {\"a\": -1} ~ let p = Map.ofList [ (\"a\", box (-1)) ]",
        "f# ~ 10000000000000000000 ~ let p = 10000000000000000000I",
        "powershell ~ [[1]] ~ $p = @(,@(1))",
        "powershell ~ [null, true] ~ $p = @($Null, $True)",
        "powershell ~ {\"a b\": 1, \"é\": 2} ~ $p = @{'a b' = 1; ([regex]::Unescape('\\u00e9')) = 2}",
        "powershell ~ Infinity ~ $p = [double]::PositiveInfinity",
        "matlab ~ \"a\\\"b\" ~ p = \"a\"\"b\";",
        "matlab ~ {\"a'b\": [1, true]} ~ p = containers.Map({'a''b'}, {{1, true}});",
        "matlab ~ 9007199254740993 ~ p = (int64(2097152) * 4294967296 + 1);",
        "matlab ~ -9007199254740993 ~ p = (int64(-2097153) * 4294967296 + 4294967295);",
        "haskell ~ [-1, 2.5] ~ p = [(-1), 2.5]",
        "haskell ~ {\"a\": NaN} ~ p = [(\"a\", (0/0))]",
        "haskell ~ null ~ p = Nothing",
        "haskell ~ \"\\u00e97\" ~ p = \"\\233\\&7\"",
        "typescript ~ {\"__proto__\": 1} ~ let p = {[\"__proto__\"]: 1};",
        "typescript ~ 9007199254740993 ~ let p = 9007199254740993n;",
      })
  void valuesAreWrittenByTheLanguagesRules(String language, String json, String expected)
      throws JsonSyntaxException {
    assertThat(assigned(language, json)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "r ~ \"a\\u0000\" ~ NUL",
        "bash ~ \"a\\u0000\" ~ NUL",
        "sql ~ \"a\\u0000\" ~ NUL",
        "r ~ 9007199254740993 ~ 9007199254740993",
        "lua ~ [1, null] ~ None",
        "lua ~ 10000000000000000000 ~ bits",
        "go ~ 10000000000000000000 ~ bits",
        "bash ~ [[1]] ~ list or dict within",
        "bash ~ {\"\": 1} ~ empty key",
        "rust ~ null ~ None",
        "rust ~ [] ~ empty",
        "rust ~ [1, \"a\"] ~ several types",
        "haskell ~ [[1], [\"a\"]] ~ several types",
        "powershell ~ {\"a\": 1, \"A\": 2} ~ capitals",
        "ruby ~ \"\\ud800\" ~ surrogate",
        "octave ~ {\"\": 1} ~ empty key",
      })
  void whatALanguageCannotSayIsAnError(String language, String json, String found)
      throws JsonSyntaxException {
    ParameterValue value = ParameterValue.of(JsonReader.read(json));

    assertThatThrownBy(() -> Translators.of(language).assignment("p", value))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.describe()).contains("found:").contains(found));
  }

  @ParameterizedTest
  @CsvSource({
    "r, if",
    "julia, end",
    "java, class",
    "bash, PATH",
    "bash, PROMPT_COMMAND",
    "perl, ENV",
    "javascript, eval",
    "go, int",
    "haskell, Big",
    "matlab, _x",
    "scala, größe",
    "sql, a b",
  })
  void aNameThatTheLanguageDoesNotTakeIsAnError(String language, String name) {
    assertThatThrownBy(() -> Translators.of(language).assignment(name, ParameterValue.of(1)))
        .isInstanceOf(Fault.class)
        .hasMessage("'" + name + "' can't be the name of a parameter");
  }

  @Test
  void whatAJvmMethodCannotHoldIsAnError() throws JsonSyntaxException {
    String[] ones = new String[5000];
    Arrays.fill(ones, "1");
    ParameterValue many = ParameterValue.of(JsonReader.read("[" + String.join(",", ones) + "]"));

    assertThatThrownBy(() -> Translators.of("java").assignment("p", many))
        .isInstanceOfSatisfying(Fault.class, f -> assertThat(f.describe()).contains("5001 values"));
  }

  @Test
  void namesInRLoseTheUnderlinesThatItDoesNotTake() {
    assertThat(Translators.of("r").assignment("__lr", ParameterValue.of(0.5)))
        .isEqualTo("lr = 0.5");
  }

  @ParameterizedTest
  @CsvSource({"ir, '', r", "sparkkernel, '', scala", "other, Julia, julia"})
  void kernelsTellTheirLanguage(String kernel, String language, String expected) {
    assertThat(TemplateLanguage.of(kernel, language)).isEqualTo(expected);
  }

  private static String assigned(String language, String json) throws JsonSyntaxException {
    return Translators.of(language).assignment("p", ParameterValue.of(JsonReader.read(json)));
  }
}
