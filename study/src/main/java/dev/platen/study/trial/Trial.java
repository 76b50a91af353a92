package dev.platen.study.trial;

import static java.util.stream.Collectors.joining;

import dev.platen.parameter.Parameters;
import java.util.stream.Stream;

/**
 * One point of a study, one repeat. The trials of one {@code point} are a group: they differ only
 * in their repeat.
 *
 * @param fixed the parameters that all trials have alike
 * @param point those that differ from group to group, by the order of the study's dimensions
 * @param repeat counted from 0
 * @param seed what the repeat sets: one parameter, or none
 */
public record Trial(Parameters fixed, Parameters point, int repeat, Parameters seed) {
  /** What tells the trial from others, for people and for its folder's name. */
  public Parameters varied() {
    return point.with(seed);
  }

  /** Everything that the template is run with. */
  public Parameters all() {
    return fixed.with(point).with(seed);
  }

  /** One line such as {@code hidden=32, lr=0.1, seed=2}, or {@code hidden=32, repeat 3}. */
  public String display() {
    Stream<String> values = Stream.of(varied().display()).filter(text -> !text.isEmpty());
    boolean tellsRepeat = seed.isEmpty() && (repeat > 0 || point.isEmpty());
    Stream<String> number = tellsRepeat ? Stream.of("repeat " + (repeat + 1)) : Stream.empty();
    return Stream.concat(values, number).collect(joining(", "));
  }
}
