package dev.platen.study.stats;

import dev.platen.json.JsonObject;

/**
 * What a race decided of one point at one look, with all its numbers.
 *
 * @param against the leader
 * @param pairs how many seeds both have
 * @param behind how much worse than the leader on average; positive is worse, whatever the goal
 * @param w the sum of the ranks of the seeds on which the point is worse
 * @param p the chance of so large a sum, were the two alike
 * @param adjusted p times the number of points that were tested at this look, 1 at most
 * @param alpha what the adjusted p may be at most for the point to be dropped
 */
public record Decision(
    String point,
    String against,
    int pairs,
    double behind,
    double w,
    double p,
    double adjusted,
    double alpha) {

  /** Whether the point gets no further seeds. */
  public boolean drop() {
    return adjusted <= alpha;
  }

  /** Such as {@code mlp-8 gets no further seeds: behind mlp-32 by 0.21 over 7 seeds, …}. */
  public String words() {
    String seeds = pairs == 1 ? "1 seed" : pairs + " seeds";
    double distance = Math.abs(behind);
    return point
        + (drop() ? " gets no further seeds: " : " stays in the race: ")
        + (behind < 0 ? "ahead of " : "behind ")
        + against
        + " by "
        + NumberWords.alone(distance)
        + " over "
        + seeds
        + ", signed-rank W "
        + NumberWords.alone(w)
        + ", p "
        + NumberWords.alone(p)
        + ", adjusted "
        + NumberWords.alone(adjusted)
        + (drop() ? " <= " : " > ")
        + NumberWords.alone(alpha);
  }

  public JsonObject toJson() {
    return JsonObject.build(
        o ->
            o.put("point", point)
                .put("against", against)
                .put("pairs", pairs)
                .put("behind", behind)
                .put("w", w)
                .put("p", p)
                .put("adjusted", adjusted)
                .put("alpha", alpha)
                .put("drop", drop())
                .put("words", words()));
  }
}
