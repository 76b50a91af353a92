package dev.platen.study.trial;

import dev.platen.parameter.ParameterValue;
import java.util.List;
import java.util.OptionalLong;

/** What a sampled parameter's values are drawn from; every part of it is equally likely. */
public sealed interface Distribution {
  /** How many values there are; empty if it is a continuum. */
  OptionalLong options();

  /**
   * The value that lies at a share of the way through all of them.
   *
   * @param share from 0, less than 1
   */
  ParameterValue at(double share);

  /**
   * Floats between two ends.
   *
   * @param low finite, less than high; greater than 0 on the scale of logarithms
   */
  record Span(Scale scale, double low, double high) implements Distribution {
    @Override
    public OptionalLong options() {
      return OptionalLong.empty();
    }

    @Override
    public ParameterValue at(double share) {
      double value = scale.at(low, high, share);
      return ParameterValue.of(Math.max(low, Math.min(value, high)));
    }
  }

  /**
   * Whole numbers, both ends included, each within {@value #LIMIT} of zero.
   *
   * @param low not greater than high
   */
  record Whole(long low, long high) implements Distribution {
    /** More numbers than a double can tell apart couldn't be drawn evenly. */
    public static final long LIMIT = 1_000_000_000_000_000L;

    @Override
    public OptionalLong options() {
      return OptionalLong.of(high - low + 1);
    }

    @Override
    public ParameterValue at(double share) {
      return ParameterValue.of(low + (long) (share * (high - low + 1)));
    }
  }

  /** Values one by one, which differ from each other. */
  record Choice(List<ParameterValue> values) implements Distribution {
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public OptionalLong options() {
      return OptionalLong.of(values.size());
    }

    @Override
    public ParameterValue at(double share) {
      return values.get((int) (share * values.size()));
    }
  }
}
