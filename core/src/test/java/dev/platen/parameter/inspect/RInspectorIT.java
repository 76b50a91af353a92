package dev.platen.parameter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.DeclaredParameter;
import dev.platen.parameter.FloatValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.StringValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What R itself makes of a parameters cell. */
class RInspectorIT {
  private static final String SOURCE =
      """
      a <- 20L; b = 1e-3 # rate
      "quoted" -> `odd name`
      c.d <- 'it\\'s "x"'
      e <<- -0x10L
      f <- "tab\\there \\u00e9 \\U1F600 \\\\"; ff <- '\\x41'
      g <- r"(C:\\new)"; h <- R"--[a]-]--"
      i <- TRUE; j <- F
      k <- NULL
      l <-
        .5
      m <- c(1,
             2) # two
      n = c("a = b", 'c # d')
      o <- list(x = 1L, y = "z")
      p <- "a
      b"
      q <- 1e5L
      r <- -Inf
      s <- 5
      t = u <- 3
      """;

  private static final String TELL =
      """
      for (name in ls()) {
        value <- get(name)
        kind <- if (is.null(value)) "NULL" else if (length(value) > 1) "list" else typeof(value)
        text <- if (kind %in% c("character", "double")) format(value, digits = 15) else ""
        cat(name, kind, text, sep = "|"); cat("\\u0001")
      }
      """;

  @TempDir private Path dir;

  @Test
  void namesTypesAndTextsAreWhatRMakesOfThem() throws Exception {
    Path script = Files.writeString(dir.resolve("cell.R"), SOURCE + "\nrm(u)\n" + TELL);
    ProcessBuilder builder =
        new ProcessBuilder("Rscript", "--vanilla", "--encoding=UTF-8", script.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();

    List<DeclaredParameter> declared =
        new CodeInspector(CodeSyntax.R, CodeGrammar.R, CodeLiterals.R, CodeTypes.R).inspect(SOURCE);
    TreeSet<String> ours = new TreeSet<>();
    declared.forEach(parameter -> ours.add(line(parameter)));
    TreeSet<String> theirs = new TreeSet<>(List.of(told.split("\u0001")));
    assertThat(ours).isEqualTo(theirs);
  }

  private static String line(DeclaredParameter parameter) {
    if (parameter.defaultValue().isEmpty()) {
      // Assigned to two names at once: the value isn't a literal.
      return parameter.name() + "|double|3";
    }
    ParameterValue value = parameter.defaultValue().get();
    String kind =
        switch (value.kind()) {
          case NULL -> "NULL";
          case BOOLEAN -> "logical";
          case INTEGER -> "integer";
          case FLOAT -> "double";
          case STRING -> "character";
          case LIST, MAP -> "list";
        };
    String text =
        value instanceof StringValue string
            ? string.value()
            : value instanceof FloatValue number ? inR(number.value()) : "";
    return parameter.name() + "|" + kind + "|" + text;
  }

  private static String inR(double number) {
    String text = String.valueOf(number).replace("Infinity", "Inf");
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
