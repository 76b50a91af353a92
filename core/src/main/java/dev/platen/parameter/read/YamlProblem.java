package dev.platen.parameter.read;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** What is wrong in a YAML text, where, and how to mend it. */
final class YamlProblem extends Exception {
  private final Place place;
  private final String mend;

  YamlProblem(String message, Place place, String mend) {
    super(message);
    this.place = place;
    this.mend = mend;
  }

  /** A problem that the library found; one that it gives no place is the whole text's. */
  YamlProblem(String message, @Nullable Mark mark, String mend) {
    this(message, mark == null ? new Place(1, 1) : Place.of(mark), mend);
  }

  String what() {
    return String.valueOf(getMessage());
  }

  Place place() {
    return place;
  }

  String mend() {
    return mend;
  }

  YamlDocument.Problem toProblem() {
    return new YamlDocument.Problem(place, what(), mend);
  }
}
