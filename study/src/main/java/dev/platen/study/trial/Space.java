package dev.platen.study.trial;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.Parameters;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All trials of a study, in an order that only its definition decides: the dimensions turn like an
 * odometer, the last one fastest, and every point has all its repeats before the next one comes.
 *
 * @param fixed the same in every trial
 * @param dimensions each point of each is combined with each of every other; none = the one point
 *     at which nothing varies
 * @param where keeps the trials for which it holds
 */
public record Space(
    Parameters fixed, List<Dimension> dimensions, Optional<Where> where, Repeats repeats) {
  /** One trial, with the template's own parameters. */
  public static final Space ONE =
      new Space(Parameters.EMPTY, List.of(), Optional.empty(), Repeats.ONCE);

  /**
   * A space from its parts.
   *
   * @throws Fault {@code STUDY_INVALID} if a parameter is set by two of them
   */
  public Space {
    dimensions = List.copyOf(dimensions);
    Set<String> names = new HashSet<>(fixed.values().keySet());
    dimensions.forEach(dimension -> dimension.names().forEach(name -> claim(names, name)));
    repeats.parameter().ifPresent(name -> claim(names, name));
  }

  private static void claim(Set<String> names, String name) {
    if (!names.add(name)) {
      throw Fault.of(FaultKind.STUDY_INVALID, "parameter '" + name + "' is set twice")
          .where("the study's parameters")
          .mend("set it in one way only");
    }
  }

  /** How many trials there are before {@code where} leaves any out. Nothing is built. */
  public BigInteger size() {
    return dimensions.stream()
        .map(dimension -> BigInteger.valueOf(dimension.size()))
        .reduce(BigInteger.valueOf(repeats.count()), BigInteger::multiply);
  }

  /**
   * The trials, each made when it is its turn; they all differ.
   *
   * @throws Fault {@code STUDY_INVALID} on the way: if {@code where} can't be decided for a trial;
   *     at the end: if it kept none
   */
  public Stream<Trial> trials() {
    TrialIterator iterator = new TrialIterator(this);
    int order = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;
    boolean counted = where.isEmpty() && size().bitLength() < Long.SIZE;
    return StreamSupport.stream(
        counted
            ? Spliterators.spliterator(iterator, size().longValue(), order)
            : Spliterators.spliteratorUnknownSize(iterator, order),
        false);
  }
}
