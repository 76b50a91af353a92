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
   * interval 0.020 to 0.062, 5 seeds}.
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
        ? first + " better than " + second + ": " + metric + " " + direction() + " by " + numbers()
        : first + " and " + second + " can't be told apart: " + metric + " " + doubtful();
  }

  private String doubtful() {
    double difference = comparison.difference();
    if (comparison.interval().isEmpty()) {
      String gap =
          difference == 0
              ? "the same"
              : NumberWords.alone(Math.abs(difference)) + " " + direction();
      return gap + ", but " + tooFew();
    }
    if (difference == 0 && comparison.interval().get().halfWidth() == 0) {
      return "the same in every repeat, " + basis();
    }
    return size(digits()) + " " + direction() + ", " + interval(digits()) + ", " + basis();
  }

  private String numbers() {
    NumberWords digits = digits();
    return size(digits) + ", " + interval(digits) + ", " + basis();
  }

  private NumberWords digits() {
    double unsure = comparison.interval().orElseThrow().halfWidth();
    return NumberWords.of(unsure, comparison.difference());
  }

  private String direction() {
    return least ? "lower" : "higher";
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
