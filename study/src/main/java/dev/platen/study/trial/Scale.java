package dev.platen.study.trial;

/** How a span of numbers is divided: by equal differences, or by equal ratios. */
public enum Scale {
  LINEAR {
    @Override
    double at(double low, double high, double share) {
      return low * (1 - share) + high * share;
    }
  },
  LOG {
    @Override
    double at(double low, double high, double share) {
      // StrictMath is the same on every machine.
      double lowest = StrictMath.log(low);
      return StrictMath.exp(lowest + share * (StrictMath.log(high) - lowest));
    }
  };

  /**
   * The number that lies at a share of the way from one end to the other.
   *
   * @param low greater than 0 on the scale of logarithms, as is high
   * @param share from 0 to 1
   */
  abstract double at(double low, double high, double share);
}
