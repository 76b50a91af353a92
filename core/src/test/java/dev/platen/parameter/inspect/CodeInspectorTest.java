package dev.platen.parameter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonObject;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.Notebook;
import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.ParameterType;
import dev.platen.parameter.ParameterValue;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters cells of R, Julia, Scala and Java. */
class CodeInspectorTest {
  private static List<DeclaredParameter> inspect(String language, String source) {
    JsonObject tags = JsonObject.EMPTY.with("tags", JsonArray.ofStrings(List.of("parameters")));
    Notebook notebook =
        new Notebook(List.of(CodeCell.of("a", source, tags)), JsonObject.EMPTY, JsonObject.EMPTY);
    return Inspectors.declared(notebook, language).orElseThrow();
  }

  /** {@code name|type|value|help}, one a line. */
  private static String described(String language, String source) {
    return inspect(language, source).stream()
        .map(
            p ->
                String.join(
                    "|",
                    p.name(),
                    p.annotation().or(() -> p.type().map(ParameterType::name)).orElse("?"),
                    p.defaultValue().map(ParameterValue::display).orElse("? " + p.defaultSource()),
                    p.help()))
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void rAssignsWithArrowsAndEqualsSigns() {
    String source =
        """
        # a comment
        epochs <- 20L      # how many epochs
        lr = 1e-3          # type: double the rate
        "left" -> name
        model.name <- "a = b # c"
        `odd name` <- 'it\\'s'
        n <- -5; flag <- TRUE
        layers <- c(8, 8,  # first
                    16)    # widths
        opts <- list(a = 1L, b = "x")
        path <- r"(C:\\new)"
        nothing <- NULL
        rate <-
          0.5
        made <- f(x = 1)
        x[1] <- 3
        if (flag) { hidden <- 1 }
        f <- function(y) {
          inner <- 2
        }
        limit <- Inf
        """;
    assertThat(described("r", source))
        .isEqualTo(
            """
            epochs|integer|20|how many epochs
            lr|double|0.001|the rate
            name|character|'left'|
            model.name|character|'a = b # c'|
            odd name|character|"it's"|
            n|numeric|-5.0|
            flag|logical|True|
            layers|list|[8.0, 8.0, 16.0]|widths
            opts|list|{'a': 1, 'b': 'x'}|
            path|character|'C:\\\\new'|
            nothing|NULL|None|
            rate|numeric|0.5|
            made|?|? f(x = 1)|
            f|?|? function(y) {
              inner <- 2
            }|
            limit|numeric|inf|
            """);
  }

  @Test
  void juliaDeclaresTypesBehindTwoColons() {
    String source =
        """
        #= block #= in a block =#
        hidden = 1 =#
        epochs::Int = 20   # how many
        const lr = 1.0e-3; name = "a = b # c"
        best::Union{Nothing, Float64} = nothing
        size = 1_000
        layers = [8, 8]
        opts = Dict("a" => 1, "b" => [1.5])
        text = \"""
        two
        lines\"""
        said = "is $name"
        raw_path = raw"C:\\new"
        ok = epochs == 3
        t = m'
        pair = (1, 2)
        f(x) = 2
        """;
    assertThat(described("julia", source))
        .isEqualTo(
            """
            epochs|Int|20|how many
            lr|Float64|0.001|
            name|String|'a = b # c'|
            best|Union{Nothing, Float64}|None|
            size|Int|1000|
            layers|Vector|[8, 8]|
            opts|Dict|{'a': 1, 'b': [1.5]}|
            text|String|'two\\nlines'|
            said|?|? "is $name"|
            raw_path|String|'C:\\\\new'|
            ok|?|? epochs == 3|
            t|?|? m'|
            pair|Vector|[1, 2]|
            """);
  }

  @Test
  void scalaDeclaresValuesAndVariables() {
    String source =
        """
        /* val hidden = 1 /* nested */ */
        val epochs: Int = 20 // how many
        var lr = 1e-3
        lazy val name: String = "a = b // c"
        val big = 3000000000L
        val best: Option[Double] = None
        val layers: Seq[Int] = Seq(8, 8)
        val opts = Map("a" -> 1, "b" -> 2)
        val text = \"""a "b" \\n\"""
        val said = s"is $name"
        val half = .5f; val flag = true
        def f(x: Int) = x
        epochs == 3
        val (a, b) = (1, 2)
        """;
    assertThat(described("scala", source))
        .isEqualTo(
            """
            epochs|Int|20|how many
            lr|Double|0.001|
            name|String|'a = b // c'|
            big|Int|3000000000|
            best|Option[Double]|None|
            layers|Seq[Int]|[8, 8]|
            opts|Map|{'a': 1, 'b': 2}|
            text|String|'a "b" \\\\n'|
            said|?|? s"is $name"|
            half|Double|0.5|
            flag|Boolean|True|
            """);
  }

  @Test
  void javaDeclaresTypesBeforeNames() {
    String source =
        """
        // int hidden = 1;
        /* int hidden = 1; */
        int epochs = 20; // how many
        final double lr = 1e-3;
        String name = "a = b; // c";
        long big = 3_000_000_000L; float half = .5f;
        var layers = List.of(8, 8);
        Map<String, Integer> opts = Map.of("a", 1, "b", 2);
        int[] sizes = {1, 2}, more = new int[] {3};
        String text = \"""
        two
        lines\""";
        Integer best = null; // type: Integer the best
        char c = 'x';
        boolean flag =
            true;
        epochs = 30;
        void f() { int inner = 1; }
        """;
    assertThat(described("java", source))
        .isEqualTo(
            """
            epochs|int|30|how many
            lr|double|0.001|
            name|String|'a = b; // c'|
            big|long|3000000000|
            half|float|0.5|
            layers|List|[8, 8]|
            opts|Map<String, Integer>|{'a': 1, 'b': 2}|
            sizes|int[]|[1, 2]|
            more|int[]|[3]|
            text|String|'two\\nlines'|
            best|Integer|None|type: Integer the best
            c|char|? 'x'|
            flag|boolean|True|
            """
                .replace("type: Integer the best", "the best"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "julia | x::Int = 1                     | 1.5  | ",
        "julia | x::Int = 1                     | 2.0  | 2",
        "julia | x::Union{Nothing,Int} = 1      | null | None",
        "julia | x::Union{Int,Float64} = 1      | null | ",
        "julia | x::Model = m                   | 1.5  | 1.5",
        "scala | val x: Double = 1.0            | 2    | 2.0",
        "scala | val x: Option[Int] = None      | null | None",
        "scala | val x: Int = 1                 | null | ",
        "java  | int x = 1;                     | null | ",
        "java  | Integer x = 1;                 | null | None",
        "java  | int[] x = {1};                 | 1    | ",
        "java  | java.util.List<Integer> x = y; | 1    | ",
        "r     | x <- 5                         | 2    | 2.0",
        "r     | x <- 5L                        | 2.5  | 2.5"
      })
  void aDeclaredTypeJudgesValues(String language, String source, String value, String converted)
      throws Exception {
    DeclaredParameter x = inspect(language, source).get(0);
    ParameterValue given = ParameterValue.of(dev.platen.json.JsonReader.read(value));
    assertThat(x.type().orElseThrow().convert(given).map(ParameterValue::display).orElse(null))
        .isEqualTo(converted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"r", "julia", "scala", "java"})
  void anyTextIsTaken(String language) {
    Random random = new Random(5);
    String[] parts = {
      "x", " ", "=", "<-", "->", "::", ":", "\"", "\"\"\"", "'", "`", "#", "//", "/*", "*/", "#=",
      "=#", "(", ")", "[", "]", "{", "}", ",", ";", "\n", "\\", "5", ".", "e", "L", "val", "r\"(",
      "new", "int", "Map", "-", "$", "\u0000", "é"
    };
    for (int i = 0; i < 3_000; i++) {
      StringBuilder source = new StringBuilder("x = ");
      for (int n = random.nextInt(14); n > 0; n--) {
        source.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(inspect(language, source.toString())).isNotNull();
    }
  }
}
