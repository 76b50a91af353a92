package dev.platen.parameter.inspect;

import java.util.List;

/**
 * A statement that lies in no block.
 *
 * @param tokens one or more; those in blocks and brackets are deeper
 * @param comment the text behind it, on its last line, or ""
 */
record CodeStatement(List<Token> tokens, String comment) {
  CodeStatement {
    tokens = List.copyOf(tokens);
  }

  CodeStatement withComment(String comment) {
    return new CodeStatement(tokens, comment);
  }
}
