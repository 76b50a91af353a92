package dev.platen.parameter.inspect;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a lexer has to know of a language that is written in lines or statements.
 *
 * @param lineComment begins a comment to the line's end
 * @param blockComments two marks around comments of several lines; empty = none
 * @param nested whether such comments lie in each other
 * @param quotes the characters that begin strings or characters
 * @param tripled whether three double quotes begin a string of several lines
 * @param linesEnd whether a statement ends with its line, where that can be; else by {@code ;}
 * @param name what a name looks like
 * @param operators the longer ones first
 */
record CodeSyntax(
    String lineComment,
    List<String> blockComments,
    boolean nested,
    String quotes,
    boolean tripled,
    boolean linesEnd,
    Pattern name,
    Pattern operators) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** Behind one of these a statement goes on in the next line. */
  private static final Set<String> OPEN =
      Set.of(
          "=", "<-", "<<-", "->", "=>", ",", "+", "-", "*", "/", "::", ":", "|", "||", "&", "&&");

  static final CodeSyntax R =
      new CodeSyntax(
          "#",
          List.of(),
          false,
          "\"'",
          false,
          true,
          Pattern.compile("[\\p{L}.][\\p{L}\\p{N}._]*|`[^`\n]*`"),
          Pattern.compile("(?s)<<-|->>|<-|->|<=|>=|==|!=|\\|>|\\|\\||&&|:::|::|%[^%\n]*%|."));

  static final CodeSyntax JULIA =
      new CodeSyntax(
          "#",
          List.of("#=", "=#"),
          true,
          "\"'`",
          true,
          true,
          Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_!]*"),
          Pattern.compile("(?s)=>|::|[-+*/^%|&<>=!]=|->|\\|\\||&&|\\.\\.\\.|."));

  static final CodeSyntax SCALA =
      new CodeSyntax(
          "//",
          List.of("/*", "*/"),
          true,
          "\"'",
          true,
          true,
          WORD,
          Pattern.compile("(?s)=>|->|<-|<:|>:|[-+*/%|&<>=!]=|\\|\\||&&|."));

  static final CodeSyntax JAVA =
      new CodeSyntax(
          "//",
          List.of("/*", "*/"),
          false,
          "\"'",
          true,
          false,
          WORD,
          Pattern.compile("(?s)->|::|[-+*/%|&<>=!]=|\\+\\+|--|\\|\\||&&|."));

  boolean goesOn(Token last) {
    return last.kind() == Token.Kind.OPERATOR && OPEN.contains(last.text());
  }
}
