package dev.platen.report.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of one formula, with the author's macros expanded as they are reached.
 *
 * <p>Every character of the formula and every token that a macro adds counts against one budget, so
 * that a macro that calls itself, or doubles with each step, ends soon.
 */
final class TokenSource {
  /** Three times the longest formula, in tokens. */
  static final int BUDGET = 200_000;

  private final Lexer lexer;
  private final Macros macros;
  private final Deque<Token> pending = new ArrayDeque<>();
  private int spent;

  TokenSource(String tex, Macros macros) {
    this.lexer = new Lexer(tex);
    this.macros = macros;
  }

  /** Tokens read from the formula or put back so far; never more than {@link #BUDGET}. */
  int spent() {
    return spent;
  }

  /** The next token, which stays; white space counts. */
  Token peek() {
    while (true) {
      Token token = rawNext();
      Macro macro = token.kind() == Token.Kind.COMMAND ? macros.find(token.text()) : null;
      if (macro == null) {
        pending.push(token);
        return token;
      }
      expand(macro);
    }
  }

  /** The next token that is not white space; it stays, what is before it goes. */
  Token peekInk() {
    Token token = peek();
    while (token.kind() == Token.Kind.SPACE) {
      pending.pop();
      token = peek();
    }
    return token;
  }

  Token next() {
    peek();
    return pending.pop();
  }

  Token nextInk() {
    peekInk();
    return pending.pop();
  }

  /** Takes the next token if it is this character; white space before it goes either way. */
  boolean take(String character) {
    boolean found = peekInk().is(character);
    if (found) {
      pending.pop();
    }
    return found;
  }

  void expect(String character) {
    if (!take(character)) {
      throw new TexException("no '" + character + "' where one is needed");
    }
  }

  void putBack(List<Token> tokens) {
    spend(tokens.size());
    for (int i = tokens.size() - 1; i >= 0; i--) {
      pending.push(tokens.get(i));
    }
  }

  void putBack(Token token) {
    putBack(List.of(token));
  }

  /** The next token that is not white space, macros left as they are. */
  Token rawNextInk() {
    Token token = rawNext();
    while (token.kind() == Token.Kind.SPACE) {
      token = rawNext();
    }
    return token;
  }

  /** A group without its braces, or the one token that stands for it; macros left as they are. */
  List<Token> rawArgument() {
    Token token = rawNextInk();
    if (token.is("{")) {
      return rawUntil("}");
    }
    if (token.kind() == Token.Kind.END || token.is("}")) {
      throw new TexException("an argument is missing");
    }
    return List.of(token);
  }

  /** What stands in brackets, if the next token opens them. */
  Optional<List<Token>> rawOption() {
    Token token = rawNextInk();
    if (token.is("[")) {
      return Optional.of(rawUntil("]"));
    }
    pending.push(token);
    return Optional.empty();
  }

  /** An argument that is plain text, such as a length, a colour or an environment's name. */
  String word() {
    return wordOf(rawArgument());
  }

  /** The characters of plain text, white space left out; commands are refused. */
  static String wordOf(List<Token> tokens) {
    StringBuilder word = new StringBuilder();
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.CHARACTER) {
        word.append(token.text());
      } else if (token.kind() != Token.Kind.SPACE) {
        throw new TexException("plain text is needed, not '" + token.text() + "'");
      }
    }
    return word.toString();
  }

  private List<Token> rawUntil(String end) {
    List<Token> tokens = new ArrayList<>();
    int open = 0;
    for (Token token = rawNext(); open > 0 || !token.is(end); token = rawNext()) {
      if (token.kind() == Token.Kind.END) {
        throw new TexException("no closing '" + end + "'");
      }
      open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      if (open < 0) {
        throw new TexException("a '}' before the closing '" + end + "'");
      }
      tokens.add(token);
    }
    return tokens;
  }

  private void expand(Macro macro) {
    List<List<Token>> arguments = new ArrayList<>();
    if (macro.preset().isPresent()) {
      arguments.add(rawOption().orElse(macro.preset().get()));
    }
    while (arguments.size() < macro.parameters()) {
      arguments.add(rawArgument());
    }
    List<Token> expansion = new ArrayList<>();
    for (Token token : macro.body()) {
      if (token.kind() == Token.Kind.PARAMETER) {
        List<Token> argument = arguments.get(Integer.parseInt(token.text()) - 1);
        spend(argument.size());
        expansion.addAll(argument);
      } else {
        expansion.add(token);
      }
    }
    putBack(expansion);
  }

  private Token rawNext() {
    if (pending.isEmpty()) {
      spend(1);
      return lexer.next();
    }
    return pending.pop();
  }

  private void spend(int tokens) {
    spent += tokens;
    if (spent > BUDGET) {
      throw new TexException("the formula grows beyond " + BUDGET + " tokens");
    }
  }
}
