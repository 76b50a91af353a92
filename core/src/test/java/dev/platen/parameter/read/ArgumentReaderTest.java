package dev.platen.parameter.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterType;
import dev.platen.parameter.ParameterValue.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x=0.01|0.01",
        "x=1e-3|0.001",
        "x=1E5|100000.0",
        "x=-.5|-0.5",
        "x=5.|5.0",
        "x=1e400|inf",
        "x=nan|nan",
        "x=-inf|-inf",
        "x=.inf|inf",
        "x=-.INF|-inf",
        "x=5|5",
        "x=-5|-5",
        "x=+5|5",
        "x= 5 |5",
        "x=1_000|1000",
        "x=0|0",
        "x=0x1F|31",
        "x=-0b101|-5",
        "x=0o17|15",
        "x=123456789012345678901234567890|123456789012345678901234567890",
        "x=true|True",
        "x=True|True",
        "x=false|False",
        "x=null|None",
        "x=None|None",
        "x=~|None",
        "x=|''",
        "x=relu|'relu'",
        "x=a=b|'a=b'",
        "x=007|'007'",
        "x=1__0|'1__0'",
        "x=1_|'1_'",
        "x=_1|'_1'",
        "x=1_.5|'1_.5'",
        "x=1.10.2|'1.10.2'",
        "x=yes|'yes'",
        "x=no|'no'",
        "x=off|'off'",
        "x=TRUE|'TRUE'",
        "x=1:30|'1:30'",
        "x=2024-01-02|'2024-01-02'",
        "x=1,2|'1,2'",
        "x=e5|'e5'",
        "x=.|'.'",
        "x=-|'-'",
        "x=a: b|'a: b'",
        "x=a #b|'a #b'",
        "x= a b|' a b'",
        "x='5'|'5'",
        "x=\"5\"|'5'",
        "x=\"a\\n\\u00e9\"|'a\\né'",
        "x='it''s'|\"it's\"",
        "x='a' or 'b'|\"'a' or 'b'\"",
        "x='a' # b|\"'a' # b\"",
        "x=\"|'\"'",
        "x='a': 1|\"'a': 1\"",
        "x=[8, 8]|[8, 8]",
        "x=[8,8]|[8, 8]",
        "x=[]|[]",
        "x=[1e-3, no, None, 'true', 007]|[0.001, 'no', None, 'true', '007']",
        "x={a: 1}|{'a': 1}",
        "x={\"a\":[1,{\"b\":null}], 5: x}|{'a': [1, {'b': None}], '5': 'x'}",
        "x= [1] |[1]",
        "x=[😀, \"😀\"]|['😀', '😀']",
      })
  void readsWhatPeopleMean(String argument, String expected) {
    assertThat(value(argument, List.of())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FLOAT|x=5|5.0",
        "FLOAT|x=007|7.0",
        "FLOAT|x='1e-3'|0.001",
        "FLOAT|x=Infinity|inf",
        "INTEGER|x=5|5",
        "INTEGER|x=007|7",
        "INTEGER|x=-007|-7",
        "INTEGER|x=1e3|1000",
        "INTEGER|x=5.0|5",
        "INTEGER FLOAT|x=5.0|5.0",
        "INTEGER STRING|x=5|5",
        "INTEGER STRING|x=a|'a'",
        "STRING|x=5|'5'",
        "STRING|x=1.10|'1.10'",
        "STRING|x=True|'True'",
        "STRING|x=None|'None'",
        "STRING|x='5'|'5'",
        "STRING|x=[a-z]+|'[a-z]+'",
        "STRING|x=[a, b]|'[a, b]'",
        "STRING|x=|''",
        "STRING NULL|x=None|None",
        "STRING LIST|x=[a, b]|['a', 'b']",
        "STRING LIST|x=[a, b|'[a, b'",
        "BOOLEAN|x=true|True",
        "LIST|x=[1]|[1]",
        "MAP|x={a: 1}|{'a': 1}",
        "|x=[1]|[1]",
      })
  void whatTheTemplateDeclaresGoesFirst(String accepts, String argument, String expected) {
    assertThat(value(argument, List.of(declared(accepts)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INTEGER|x=0.5|0.5",
        "INTEGER|x=1e3|1000",
        "INTEGER|x=None|None",
        "STRING|x=None|None",
        "STRING|x=5|'5'",
        "FLOAT|x=5|5.0",
        "NULL|x=5|5",
      })
  void anInferredTypeIsNoPromise(Kind kind, String argument, String expected) {
    DeclaredParameter inferred =
        declared("x", ParameterType.inferred(kind.word(), kind), Optional.empty());

    assertThat(value(argument, List.of(inferred))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "INTEGER|x=abc|str 'abc'|8",
        "INTEGER|x=0.5|float 0.5|8",
        "INTEGER|x=nan|float nan|8",
        "INTEGER|x=true|bool True|8",
        "INTEGER NULL|x=|str ''|8",
        "FLOAT|x=[1]|list [1]|0.5",
        "BOOLEAN|x=yes|str 'yes'|true",
        "BOOLEAN|x=1|int 1|true",
        "LIST|x=8|int 8|[8, 8]",
        "MAP|x=[a]|list ['a']|{a: 1}",
        "NULL|x=1|int 1|null",
      })
  void aValueThatDoesNotFitIsAFault(String accepts, String argument, String found, String example) {
    assertThat(fault(List.of(argument), List.of(declared(accepts))).describe())
        .isEqualTo(
            """
            error: parameter 'x' takes T
              where: argument '%s'
              found: %s
              mend:  give T, such as %s"""
                .formatted(argument, found, example));
  }

  @Test
  void aMisfitOfADefaultSaysHowToAllowIt() {
    DeclaredParameter hidden =
        declared("x", ParameterType.inferred("int", Kind.INTEGER), Optional.empty());

    assertThat(fault(List.of("x=abc"), List.of(hidden)).describe())
        .isEqualTo(
            """
            error: parameter 'x' takes int
              where: argument 'x=abc'
              found: str 'abc'
              mend:  give int, such as 8; or annotate it in the template, its type is only that of its default""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1, 2|while parsing a flow sequence, expected ',' or ']', but got <stream end>",
        "[1] 2|expected '<document start>', but found '<scalar>'",
        "[1] # 2|there is more behind its end",
        "[*a]|found undefined alias a",
        "[{a: 1, a: 2}]|'a' is there twice",
      })
  void aBrokenListIsAFault(String text, String found) {
    assertThat(fault(List.of("x=" + text), List.of()).describe())
        .isEqualTo(
            """
            error: the value begins like a list but isn't one
              where: argument 'x=%s'
              found: %s
              mend:  write it as [8, 8]; text goes in quotes within the shell's quotes: '"…"'"""
                .formatted(text, found));
  }

  @Test
  void aNameGivenTwiceIsAFault() {
    assertThat(fault(List.of("lr=1", "n=3", "lr=2"), List.of()).describe())
        .isEqualTo(
            """
            error: parameter 'lr' is given twice
              where: arguments 'lr=1' and 'lr=2'
              mend:  keep one of them""");
  }

  @ParameterizedTest
  @CsvSource({"lr, no '='", "=5, no name before '='", "'', no '='"})
  void anArgumentWithoutNameOrValueIsAFault(String argument, String found) {
    assertThat(fault(List.of(argument), List.of()).describe())
        .isEqualTo(
            """
            error: '%s' gives no parameter a value
              where: argument '%s'
              found: %s
              mend:  write name=value, such as lr=0.01"""
                .formatted(argument, argument, found));
  }

  @Test
  void parametersKeepTheirOrder() {
    assertThat(ArgumentReader.read(List.of("z=1", "a=2"), List.of()).values().keySet())
        .containsExactly("z", "a");
  }

  private static String value(String argument, List<DeclaredParameter> declared) {
    return ArgumentReader.read(List.of(argument), declared).value("x").orElseThrow().display();
  }

  private static Fault fault(List<String> arguments, List<DeclaredParameter> declared) {
    Fault fault = catchThrowableOfType(Fault.class, () -> ArgumentReader.read(arguments, declared));
    assertThat(fault.kind()).isEqualTo(FaultKind.PARAMETER_INVALID);
    return fault;
  }

  private static DeclaredParameter declared(String accepts) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (accepts != null) {
      for (String kind : accepts.split(" ")) {
        kinds.add(Kind.valueOf(kind));
      }
    }
    return declared("x", ParameterType.declared("T", kinds), Optional.of("T"));
  }

  private static DeclaredParameter declared(
      String name, ParameterType type, Optional<String> annotation) {
    return new DeclaredParameter(name, annotation, Optional.of(type), "", Optional.empty(), "");
  }
}
