package dev.platen.parameter.format;

/** Why a field can't be filled, and how to mend it. */
final class FormatProblem extends Exception {
  private final String mend;

  FormatProblem(String what, String mend) {
    super(what);
    this.mend = mend;
  }

  String what() {
    return String.valueOf(getMessage());
  }

  String mend() {
    return mend;
  }
}
