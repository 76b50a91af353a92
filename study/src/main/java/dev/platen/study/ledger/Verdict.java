package dev.platen.study.ledger;

import dev.platen.json.JsonObject;
import java.util.Locale;

/**
 * Whether one input of a past run is still what it was.
 *
 * @param input as the user calls it: {@code hidden}, {@code numpy}, {@code data/birds.csv}
 * @param was what the run had; "" when it had none
 * @param is what there is now, or why that can't be told; "" when there is none
 */
public record Verdict(Kind kind, String input, State state, String was, String is) {

  /** What sort of input it is, in the order in which people look for causes. */
  public enum Kind {
    /** Not an input, but what makes the run's own words of them worth anything. */
    SEAL("seal"),
    PARAMETER("parameter"),
    TEMPLATE("template"),
    IMPORTED("file imported"),
    READ("file read"),
    DECLARED("declared input"),
    KERNEL("kernel"),
    PYTHON("python"),
    PACKAGE("package");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** How it compares. Only a run of which all is the same still stands. */
  public enum State {
    SAME,
    CHANGED,
    MISSING,
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Verdict same(Kind kind, String input, String what) {
    return new Verdict(kind, input, State.SAME, what, what);
  }

  static Verdict changed(Kind kind, String input, String was, String is) {
    return new Verdict(kind, input, State.CHANGED, was, is);
  }

  static Verdict missing(Kind kind, String input, String was) {
    return new Verdict(kind, input, State.MISSING, was, "");
  }

  static Verdict unknown(Kind kind, String input, String why) {
    return new Verdict(kind, input, State.UNKNOWN, "", why);
  }

  /** The same as before if these are equal, changed if not. */
  static Verdict compared(Kind kind, String input, String was, String is) {
    return was.equals(is) ? same(kind, input, is) : changed(kind, input, was, is);
  }

  public boolean isSame() {
    return state == State.SAME;
  }

  /** In words, such as {@code model.py changed} or {@code hidden: was int 8, is float 8.0}. */
  public String clause() {
    return switch (state) {
      case SAME -> input + " is the same";
      case UNKNOWN -> input + " can't be compared: " + is;
      case MISSING ->
          kind == Kind.PACKAGE
              ? input + " isn't installed any more"
              : input + " isn't there any more";
      case CHANGED ->
          switch (kind) {
            case SEAL -> is;
            case TEMPLATE -> "the template's code changed";
            case KERNEL -> input + " is started in another way";
            case PARAMETER ->
                input
                    + ": "
                    + (was.isEmpty() ? "was not there" : "was " + was)
                    + ", "
                    + (is.isEmpty() ? "is not there" : "is " + is);
            case PYTHON, PACKAGE -> input + " was " + was + ", is " + is;
            case IMPORTED, READ, DECLARED -> was.isEmpty() ? input + " " + is : input + " changed";
          };
    };
  }

  /** For programs. */
  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("kind", kind.word())
                .put("input", input)
                .put("state", state.word())
                .put("was", was)
                .put("is", is));
  }
}
