package dev.platen.parameter.inspect;

import java.util.List;

/**
 * A logical line of Python source: it ends where no bracket is open.
 *
 * @param tokens one or more
 * @param comment the text behind the {@code #} at its end, or ""
 * @param indentation the column of its first token, 0-based, tabs to multiples of eight
 * @see <a href="https://docs.python.org/3/reference/lexical_analysis.html#line-structure">line
 *     structure</a>
 */
record PythonLine(List<Token> tokens, String comment, int indentation) {
  PythonLine {
    tokens = List.copyOf(tokens);
  }
}
