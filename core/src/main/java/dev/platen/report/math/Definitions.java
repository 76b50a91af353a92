package dev.platen.report.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the author's macros, after the command that defines them. */
final class Definitions {
  private final TokenSource source;
  private final Macros macros;

  Definitions(TokenSource source, Macros macros) {
    this.source = source;
    this.macros = macros;
  }

  /**
   * Reads {@code {\name}[parameters][preset]{body}}.
   *
   * @param keep whether an older definition stays
   */
  void newCommand(boolean keep) {
    takeStar();
    String name = name(source.rawArgument());
    int parameters = source.rawOption().map(TokenSource::wordOf).map(Definitions::count).orElse(0);
    Optional<List<Token>> preset = parameters > 0 ? source.rawOption() : Optional.empty();
    Macro macro = new Macro(parameters, preset, body());
    if (!keep || macros.find(name) == null) {
      macros.define(name, macro);
    }
  }

  /** Reads {@code \name#1#2{body}}; other delimiters between the parameters are refused. */
  void def() {
    String name = name(List.of(source.rawNextInk()));
    int parameters = 0;
    Token token = source.rawNextInk();
    while (token.is("#")) {
      parameters++;
      if (!source.rawNextInk().is(Integer.toString(parameters))) {
        throw new TexException("parameters out of order");
      }
      token = source.rawNextInk();
    }
    source.putBack(token);
    if (!token.is("{")) {
      throw new TexException("a macro with delimiters between its parameters");
    }
    macros.define(name, new Macro(parameters, Optional.empty(), body()));
  }

  /** Reads {@code \name=\other}. */
  void let() {
    String name = name(List.of(source.rawNextInk()));
    Token meaning = source.rawNextInk();
    if (meaning.is("=")) {
      meaning = source.rawNextInk();
    }
    Macro known = meaning.kind() == Token.Kind.COMMAND ? macros.find(meaning.text()) : null;
    macros.define(name, known == null ? Macro.of(List.of(meaning)) : known);
  }

  /** Reads {@code {\name}{text}}; with a star its limits move. */
  void declareMathOperator() {
    List<Token> body = new ArrayList<>();
    body.add(Token.command("operatorname"));
    if (takeStar()) {
      body.add(Token.character("*"));
    }
    String name = name(source.rawArgument());
    body.add(Token.character("{"));
    body.addAll(source.rawArgument());
    body.add(Token.character("}"));
    macros.define(name, Macro.of(body));
  }

  private boolean takeStar() {
    Token token = source.rawNextInk();
    boolean star = token.is("*");
    if (!star) {
      source.putBack(token);
    }
    return star;
  }

  private static int count(String digit) {
    if (digit.length() != 1 || digit.charAt(0) < '0' || digit.charAt(0) > '9') {
      throw new TexException("'" + digit + "' parameters");
    }
    return digit.charAt(0) - '0';
  }

  private static String name(List<Token> tokens) {
    if (tokens.size() != 1 || tokens.get(0).kind() != Token.Kind.COMMAND) {
      throw new TexException("a definition needs a command to define");
    }
    return tokens.get(0).text();
  }

  /** An argument with its parameters marked. */
  private List<Token> body() {
    List<Token> body = new ArrayList<>();
    boolean parameter = false;
    for (Token token : source.rawArgument()) {
      if (parameter) {
        body.add(new Token(Token.Kind.PARAMETER, Integer.toString(count(token.text()))));
        parameter = false;
      } else if (token.is("#")) {
        parameter = true;
      } else {
        body.add(token);
      }
    }
    return body;
  }
}
