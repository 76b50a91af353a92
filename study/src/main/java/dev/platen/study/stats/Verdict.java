package dev.platen.study.stats;

/**
 * A comparison said in words.
 *
 * @param first what the first group is called, such as {@code mlp-32}
 * @param second the other one's name
 * @param least whether less of the metric is better
 */
public record Verdict(
    PairedComparison comparison, String first, String second, String metric, boolean least) {

  /**
   * One line, the better one first: {@code mlp-32 better than mlp-16: mse lower by 0.041, 95 %
   * interval 0.020 to 0.062, 5 seeds}; or {@code mlp-32 and mlp-16 can't be told apart; mlp-32: mse
   * lower by 0.002, 95 % interval -0.012 to 0.016, 5 seeds}.
   */
  public String words() {
    double difference = comparison.difference();
    if (Double.isNaN(difference)) {
      String empty = comparison.first() == 0 ? first : second;
      return "nothing to compare: " + empty + " has no finite " + metric;
    }
    boolean firstIsWorse = least ? difference > 0 : difference < 0;
    if (firstIsWorse) {
      return new Verdict(
              comparison.reversed(), /* first= */ second, /* second= */ first, metric, least)
          .words();
    }
    return comparison.isClear()
        ? first + " better than " + second + ": " + lower(size(digits())) + ", " + grounds()
        : first + " and " + second + " can't be told apart" + doubtful();
  }

  /** Whose it is has to be said here: neither name has the word. */
  private String doubtful() {
    String same = ": " + metric + " the same";
    String gap = "; " + first + ": ";
    double difference = comparison.difference();
    if (comparison.interval().isEmpty()) {
      String size = NumberWords.alone(Math.abs(difference));
      return (difference == 0 ? same : gap + lower(size)) + ", but " + tooFew();
    }
    if (difference == 0 && comparison.interval().get().halfWidth() == 0) {
      return same + " in every repeat, " + basis();
    }
    return gap + lower(size(digits())) + ", " + grounds();
  }

  private String lower(String size) {
    return metric + " " + (least ? "lower" : "higher") + " by " + size;
  }

  private String grounds() {
    return interval(digits()) + ", " + basis();
  }

  private NumberWords digits() {
    double unsure = comparison.interval().orElseThrow().halfWidth();
    return NumberWords.of(unsure, comparison.difference());
  }

  private String size(NumberWords digits) {
    return digits.say(Math.abs(comparison.difference()));
  }

  /** Of the difference as it is said: a positive number is one in that direction. */
  private String interval(NumberWords digits) {
    Interval interval = comparison.interval().orElseThrow();
    return "95 % interval " + digits.say(least ? interval.negated() : interval);
  }

  private String basis() {
    int a = comparison.first();
    int b = comparison.second();
    return switch (comparison.pairing()) {
      case SEEDS -> a + " seeds";
      case GROUPS -> (a == b ? a + " repeats each" : a + " and " + b + " repeats") + ", unpaired";
      case TOO_FEW -> tooFew();
    };
  }

  private String tooFew() {
    int a = comparison.first();
    int b = comparison.second();
    return a == 1 && b == 1
        ? "one repeat each proves nothing"
        : "one repeat of " + (a == 1 ? first : second) + " proves nothing";
  }
}
