package dev.platen.report.math;

/**
 * A variable, or a word in an upright or other alphabet.
 *
 * @param upright whether a single letter stays upright, where browsers make it italic
 * @param joins whether it forms one word with its neighbours of the same kind, as in {@code
 *     \mathrm{MSE}}
 */
record Identifier(String text, boolean upright, boolean joins) implements Node {

  static Identifier of(String text) {
    return new Identifier(text, false, false);
  }

  @Override
  public boolean isLow() {
    return true;
  }

  @Override
  public void write(Markup out) {
    out.leaf("mi", text, "mathvariant", upright && turnsItalic() ? "normal" : "");
  }

  /** Whether browsers would make it italic: single letters of Latin and Greek, and nabla. */
  private boolean turnsItalic() {
    char c = text.charAt(0);
    boolean letter = Character.isLetter(c) && c <= 'ϵ';
    return text.length() == 1 && (letter || c == '∇');
  }
}
