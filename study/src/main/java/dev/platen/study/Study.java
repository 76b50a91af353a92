package dev.platen.study;

import dev.platen.execute.Cancellation;
import dev.platen.kernel.launch.LocalKernels;
import dev.platen.study.plan.Rerun;
import dev.platen.study.spec.Goal;
import dev.platen.study.spec.LoadedStudy;
import dev.platen.study.spec.StudyReader;
import dev.platen.study.spec.StudyText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A study for programs. Immutable: each call gives another study.
 *
 * <pre>{@code
 * StudyResult result =
 *     Study.of(Path.of("report.ipynb"))
 *         .vary("hidden", 8, 16, 32)
 *         .repeat(5).seed("seed")
 *         .record("loss", "loss").goal("loss", Goal.Direction.MIN)
 *         .run();
 * }</pre>
 *
 * <p>Values are what {@link StudyText} takes: null, booleans, numbers, text, lists and maps of
 * these.
 */
public final class Study {
  private final StudyText text;
  private final Path dir;
  private final String name;
  private final Optional<Path> outDir;
  private final Rerun rerun;

  private Study(StudyText text, Path dir, String name, Optional<Path> outDir, Rerun rerun) {
    this.text = text;
    this.dir = dir;
    this.name = name;
    this.outDir = outDir;
    this.rerun = rerun;
  }

  /** A study of a template notebook: one run, until something varies. */
  public static Study of(Path template) {
    Path file = template.toAbsolutePath().normalize();
    String stem = String.valueOf(file.getFileName()).replaceFirst("\\.ipynb$", "");
    return new Study(
        StudyText.of(file.toString()), file.resolveSibling(""), stem, Optional.empty(), Rerun.NONE);
  }

  private Study with(StudyText other) {
    return new Study(other, dir, name, outDir, rerun);
  }

  /** Sets a parameter in every run. */
  public Study set(String parameter, @Nullable Object value) {
    return with(text.with("parameters", parameter, value));
  }

  /** Gives a parameter these values, crossed with everything else that varies. */
  public Study vary(String parameter, @Nullable Object... values) {
    return with(text.with("vary", parameter, Arrays.asList(values)));
  }

  /** Adds a row of parameters that move together. All rows set the same parameters. */
  public Study together(Map<String, ?> row) {
    return with(text.plus("together", row));
  }

  /** Keeps the trials for which the condition holds. */
  public Study where(String condition) {
    return with(text.with("where", condition));
  }

  /** Makes so many runs of every point. */
  public Study repeat(int times) {
    return with(text.with("repeat", times));
  }

  /** Sets the parameter to 0, 1, 2 and so on in the repeats. */
  public Study seed(String parameter) {
    return with(text.with("seed", parameter));
  }

  /** Records an expression's value after the last cell as a metric. */
  public Study record(String metric, String expression) {
    return with(text.with("record", metric, expression));
  }

  /** Says which metric tells good points from bad ones. */
  public Study goal(String metric, Goal.Direction direction) {
    return with(text.without("goal").with("goal", metric, direction.word()));
  }

  /** Adds files whose change makes a finished run stale, by a pattern. */
  public Study input(String pattern) {
    return with(text.plus("inputs", pattern));
  }

  /** Sets a key of {@code run}, such as {@code timeout} or {@code retries}. */
  public Study option(String key, Object value) {
    return with(text.with("run", key, value));
  }

  /** Makes so many runs at once. */
  public Study parallel(int runs) {
    return option("parallel", runs);
  }

  /** Puts the runs into another folder than {@code runs} beside the template. */
  public Study out(Path folder) {
    return new Study(text, dir, name, Optional.of(folder), rerun);
  }

  /** Runs again what had failed, or all. */
  public Study again(Rerun which) {
    return new Study(text, dir, name, outDir, which);
  }

  /**
   * The study with its template, checked as a whole.
   *
   * @throws dev.platen.fault.Fault with everything that is wrong
   */
  public LoadedStudy load() {
    return StudyReader.load(text.yaml(), name + ", the study", dir);
  }

  /** Runs what is missing or stale. */
  public StudyResult run() throws InterruptedException {
    return run(StudyListener.NONE, new Cancellation(), Clock.systemUTC());
  }

  /**
   * Runs what is missing or stale.
   *
   * @param listener is told what happens, by many threads at once
   * @param cancellation interrupts the runs at work, once requested; they are sealed all the same
   * @throws dev.platen.fault.Fault if the study can't be run as it is, or can't go on
   */
  public StudyResult run(StudyListener listener, Cancellation cancellation, Clock clock)
      throws InterruptedException {
    return new StudyRunner(new LocalKernels(clock), System.getenv(), clock)
        .run(load(), new StudyOptions(name, outDir, rerun), listener, cancellation);
  }
}
