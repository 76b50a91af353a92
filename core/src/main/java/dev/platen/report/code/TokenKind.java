package dev.platen.report.code;

/** What a piece of code is, as far as its colour tells; each kind is a class of the style sheet. */
enum TokenKind {
  PLAIN(""),
  KEYWORD("k"),
  CONSTANT("l"),
  NAME("n"),
  BUILTIN("b"),
  STRING("s"),
  INTERPOLATION("i"),
  NUMBER("m"),
  COMMENT("c"),
  DECORATOR("d"),
  OPERATOR("o"),
  MAGIC("g");

  private final String cssClass;

  TokenKind(String cssClass) {
    this.cssClass = cssClass;
  }

  String cssClass() {
    return cssClass;
  }
}
