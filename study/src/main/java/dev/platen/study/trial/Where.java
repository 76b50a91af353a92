package dev.platen.study.trial;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.parameter.Parameters;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlScript;
import org.apache.commons.jexl3.MapContext;

/**
 * The condition that keeps a trial. It sees the trial's parameters and nothing else: no methods, no
 * classes, no assignments, no loops, no patterns, so that its work is bounded by its length.
 */
public final class Where {
  private static final int MAX_LENGTH = 2000;

  private final String expression;
  private final String source;
  private final JexlScript script;

  private Where(String expression, String source, JexlScript script) {
    this.expression = expression;
    this.source = source;
    this.script = script;
  }

  /**
   * Reads an expression.
   *
   * @param source where it is written, for faults: {@code study.yaml:12:8}
   * @throws IllegalArgumentException if it isn't one, with the reason in plain words
   */
  public static Where of(String expression, String source) {
    if (expression.isBlank()) {
      throw new IllegalArgumentException("the expression is empty");
    }
    if (expression.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "the expression is longer than " + MAX_LENGTH + " characters");
    }
    try {
      return new Where(expression, source, Expressions.compile(expression));
    } catch (JexlException e) {
      throw new IllegalArgumentException(Expressions.reason(e), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("the expression is nested too deeply", e);
    }
  }

  public String expression() {
    return expression;
  }

  /** The names that it asks for. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    script.getVariables().forEach(path -> names.add(path.get(0)));
    return names;
  }

  /**
   * Whether the trial is kept.
   *
   * @throws Fault {@code STUDY_INVALID} naming the trial, if the expression fails on it or gives
   *     something else than true or false
   */
  boolean holds(Trial trial) {
    Object result;
    try {
      result = script.execute(new MapContext(values(trial)));
    } catch (JexlException e) {
      throw undecided(trial, Expressions.reason(e)).cause(e);
    }
    if (result instanceof Boolean kept) {
      return kept;
    }
    throw undecided(trial, "it gives " + result);
  }

  /** What to throw when the condition has left nothing of a space of that size. */
  Fault keepsNothing(BigInteger size) {
    return Fault.of(FaultKind.STUDY_INVALID, "'where' keeps none of the study's trials")
        .where(source)
        .found(expression + ", false for all of " + size)
        .mend("correct the condition, or vary more");
  }

  private Fault undecided(Trial trial, String why) {
    return Fault.of(
            FaultKind.STUDY_INVALID, "'where' can't be decided for the trial " + trial.display())
        .where(source)
        .found(expression + ": " + why)
        .mend("write a condition that is true or false for every trial");
  }

  /** As {@link Trial#all}, without making parameters of them first. */
  private static Map<String, Object> values(Trial trial) {
    Map<String, Object> values = new HashMap<>();
    for (Parameters part : List.of(trial.fixed(), trial.point(), trial.seed())) {
      part.values().forEach((name, value) -> values.put(name, Expressions.plain(value)));
    }
    return values;
  }
}
