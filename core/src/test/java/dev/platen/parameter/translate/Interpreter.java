package dev.platen.parameter.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.IntegerValue;
import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.NullValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * One language's real interpreter, which runs our source code and prints the values that it has
 * then.
 *
 * @param language the translator's
 * @param script the program of the test resources, with {@code @VALUES@} where our source goes
 * @param frame prints a variable behind its assignment: {@code %1$s} is its name, {@code %2$s} the
 *     assignment
 * @param seen how the language sees a value: some have one type of number, or text only
 * @param command in a shell; {@code $1} is the script
 */
record Interpreter(
    String language,
    String script,
    String frame,
    UnaryOperator<ParameterValue> seen,
    String command) {
  private static final Dialect DIALECT = new RustTranslator();

  /** As IRkernel does; what R reads as a script can't have lines of megabytes. */
  private static final String R =
      "Rscript --vanilla -e 'eval(parse(text = readLines(commandArgs(TRUE), encoding = \"UTF-8\")))' $1";

  private static final Path RESOURCES =
      Path.of("src/test/resources/dev/platen/parameter/translate").toAbsolutePath();
  private static final BigInteger EXACT = BigInteger.TWO.pow(53);

  static final List<Interpreter> ALL =
      List.of(
          of("r", "print.R", "%2$s\nshow('%1$s', %1$s)", Interpreter::doubles, R),
          of("perl", "print.pl", "%2$s\nshow('%1$s', $%1$s);", same(), "perl $1"),
          of("bash", "print.sh", "%2$s\nshow %1$s", Interpreter::texts, "bash $1"),
          of("javascript", "print.js", "%2$s\nshow('%1$s', %1$s)", Interpreter::doubles, "node $1"),
          of(
              "typescript",
              "print.ts",
              "%2$s\nshow('%1$s', %1$s)",
              Interpreter::doubles,
              "node $RESOURCES/run_typescript.js $1"),
          of(
              "java",
              "print.java",
              "run(() -> {\n%2$s\nshow(\"%1$s\", %1$s);\n});",
              same(),
              "java $1"),
          of("ruby", "print.rb", "%2$s\nshow('%1$s', %1$s)", same(), "ruby $1"),
          of("lua", "print.lua", "%2$s\nshow('%1$s', %1$s)", Interpreter::noEmptyMaps, "lua5.4 $1"),
          of(
              "octave",
              "print_values.m",
              "%2$s\nshow('%1$s', %1$s)",
              Interpreter::noNulls,
              "octave-cli -q $1"),
          of("go", "print.go", "%2$s\nshow(\"%1$s\", %1$s)", same(), "go run $1"),
          of(
              "rust",
              "print.rs",
              "%2$s\nshow(\"%1$s\", %1$s);",
              Interpreter::oneType,
              "rustc -o run $1 && ./run"),
          of(
              "groovy",
              "print.groovy",
              "%2$s\nshow('%1$s', %1$s)",
              same(),
              "java -cp $CP groovy.ui.GroovyMain $1"),
          of(
              "clojure",
              "print.clj",
              "%2$s\n(show \"%1$s\" %1$s)",
              same(),
              "java -cp $CP clojure.main $1"),
          of(
              "kotlin",
              "print.kt",
              "%2$s\nshow(\"%1$s\", %1$s)",
              same(),
              "java -cp $CP org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -nowarn -no-stdlib -no-reflect -cp $CP"
                  + " -d . $1 && java -cp .:$CP PrintKt"),
          of(
              "scala",
              "print.scala",
              "%2$s\nshow(\"%1$s\", %1$s)",
              same(),
              "java -cp $CP dotty.tools.dotc.Main -nowarn -classpath $CP -d . $1 && java -cp .:$CP Printed"),
          of(
              "sql",
              "print.sql",
              "%2$s\n-- show %1$s",
              Interpreter::oneType,
              "$PYTHON $RESOURCES/duckdb_values.py $1"));

  private static UnaryOperator<ParameterValue> same() {
    return UnaryOperator.identity();
  }

  private static Interpreter of(
      String language,
      String script,
      String frame,
      UnaryOperator<ParameterValue> seen,
      String command) {
    return new Interpreter(language, script, frame, seen, command);
  }

  Translator translator() {
    return Translators.of(language);
  }

  /** Every variable's value after the assignments have run. */
  Map<String, ParameterValue> run(Map<String, String> assignments, Path folder)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    assignments.forEach((name, source) -> body.append(frame.formatted(name, source)).append('\n'));
    Path file = folder.resolve(script);
    Files.writeString(file, program().replace("@VALUES@", body));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command, "sh", file.toString())
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("CP", System.getProperty("java.class.path"));
    builder.environment().put("PYTHON", PythonOracle.interpreter().toString());
    builder.environment().put("RESOURCES", RESOURCES.toString());
    Path node = TestEnvironment.pythonPrefix().resolve("node/node_modules");
    builder.environment().put("NODE_PATH", node.toString());
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends").isTrue();
    String said = Files.readString(err) + Files.readString(out);
    assertThat(process.exitValue()).as(said.substring(0, Math.min(said.length(), 2000))).isZero();
    return printed(Files.readString(out));
  }

  private static Map<String, ParameterValue> printed(String out) {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    for (String line : out.split("\n")) {
      int tab = line.indexOf('\t');
      assertThat(tab).as(line).isPositive();
      values.put(line.substring(0, tab), Printed.read(line.substring(tab + 1)));
    }
    return values;
  }

  private String program() throws IOException {
    try (InputStream in = Objects.requireNonNull(Interpreter.class.getResourceAsStream(script))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** Where lists hold one type, whole numbers among floats are floats. */
  private static ParameterValue oneType(ParameterValue value) {
    return switch (value.kind()) {
      case LIST, MAP -> Shape.of(value, DIALECT).conforming(value);
      default -> value;
    };
  }

  private static ParameterValue doubles(ParameterValue value) {
    return value instanceof IntegerValue integer && integer.value().abs().compareTo(EXACT) <= 0
        ? new FloatValue(integer.value().doubleValue())
        : within(value, Interpreter::doubles);
  }

  private static ParameterValue texts(ParameterValue value) {
    return switch (value.kind()) {
      case NULL -> new StringValue("");
      case LIST, MAP -> within(value, Interpreter::texts);
      case STRING -> value;
      default -> new StringValue(Translators.of("bash").literal(value));
    };
  }

  private static ParameterValue noEmptyMaps(ParameterValue value) {
    return value instanceof MapValue map && map.entries().isEmpty()
        ? new ListValue(List.of())
        : within(value, Interpreter::noEmptyMaps);
  }

  private static ParameterValue noNulls(ParameterValue value) {
    return value.equals(NullValue.NULL)
        ? new FloatValue(Double.NaN)
        : doubles(within(value, Interpreter::noNulls));
  }

  private static ParameterValue within(ParameterValue value, UnaryOperator<ParameterValue> change) {
    if (value instanceof ListValue list) {
      return new ListValue(list.values().stream().map(change).toList());
    }
    if (value instanceof MapValue map) {
      Map<String, ParameterValue> entries = new LinkedHashMap<>(map.entries());
      entries.replaceAll((key, held) -> change.apply(held));
      return new MapValue(entries);
    }
    return value;
  }

  @Override
  public String toString() {
    return language;
  }
}
