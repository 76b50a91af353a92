package dev.platen.report.math;

/** Horizontal space; {@code width} is a CSS length. */
record Space(String width) implements Node {
  static final Space THIN = new Space("0.1667em");

  @Override
  public boolean isLow() {
    return true;
  }

  @Override
  public void write(Markup out) {
    String back = back();
    out.empty("mspace", "width", back.isEmpty() ? width : "", "class", back);
  }

  /** Only a style sheet moves back in all browsers: by TeX's three negative spaces, in mu. */
  private String back() {
    return switch (width) {
      case "-0.1667em" -> "math-back-3";
      case "-0.2222em" -> "math-back-4";
      case "-0.2778em" -> "math-back-5";
      default -> "";
    };
  }
}
