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

  /** Whether browsers may make it italic: only single letters, and this sign among them. */
  private boolean turnsItalic() {
    return text.length() == 1 && (Character.isLetter(text.charAt(0)) || text.equals("∇"));
  }
}
