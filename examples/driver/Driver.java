import dev.platen.execute.Cancellation;
import dev.platen.metric.MetricValue.Numeric;
import dev.platen.study.Study;
import dev.platen.study.StudyListener;
import dev.platen.study.StudyResult;
import dev.platen.study.TrialResult;
import dev.platen.study.spec.Goal;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A driver in Java: is a wider network better? From the project's root, once Platen is built:
 *
 * <pre>java -cp cli/target/platen.jar examples/driver/Driver.java</pre>
 *
 * Start it again, and it runs what is missing. Change {@code model.py}, and it runs all of it.
 */
final class Driver {
  public static void main(String[] args) throws InterruptedException {
    Study study =
        Study.of(Path.of("examples/penguins/report.ipynb"))
            .vary("hidden", 4, 16)
            .set("epochs", 60)
            .repeat(3)
            .seed("seed")
            .record("loss", "loss")
            .goal("loss", Goal.Direction.MIN)
            .parallel(2)
            .out(Path.of(args.length > 0 ? args[0] : "examples/driver/runs"));

    StudyResult result = study.run(new Progress(), stoppedByCtrlC(), Clock.systemUTC());

    System.out.printf("%d of %d trials were done before%n", result.done(), result.trials());
    result.verdict().ifPresent(System.out::println);
    System.out.println(result.page());
  }

  /** Says of every trial how it ended; called by the threads that run them. */
  private static final class Progress implements StudyListener {
    @Override
    public void finished(TrialResult result) {
      String loss =
          result.succeeded() && result.run().metrics().get("loss").value() instanceof Numeric number
              ? "loss %.3f".formatted(number.value())
              : result.run().error();
      System.out.printf("%s: %s%n", result.trial().display(), loss);
    }
  }

  /** On Ctrl-C the runs at work are interrupted, and the program ends once they are sealed. */
  private static Cancellation stoppedByCtrlC() {
    Cancellation cancellation = new Cancellation();
    Thread driver = Thread.currentThread();
    Thread atTheEnd =
        new Thread(
            () -> {
              cancellation.request();
              try {
                driver.join();
              } catch (InterruptedException e) {
                // Nobody interrupts this thread; were it so, there would be nothing left to wait for.
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(atTheEnd);
    return cancellation;
  }
}
