package penguins;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Tells a penguin's species by what was measured of it. */
public final class Model {
  private static final String[] MEASURES = {"bill length", "bill depth", "flipper", "mass"};
  private static final double HELD_OUT = 0.3;
  private static final double LEAST_SCORE = 0.01;

  private Model() {}

  /** What the model took a bird for; {@code score} is what it gave the right species. */
  public record Guess(Penguin bird, String species, double score) {
    public boolean right() {
      return species.equals(bird.species());
    }
  }

  /** How it did on the birds that it hadn't seen; {@code loss} is the mean negative log score. */
  public record Result(double accuracy, double loss, List<Guess> guesses) {}

  /**
   * Trains on some of the birds and is asked about the others.
   *
   * @param arch {@code tree}, {@code forest} or {@code linear}
   * @param depth of a tree; for {@code linear}, tens of epochs
   * @param seed which birds are held out, and where training starts
   */
  public static Result main(String arch, int depth, long seed, List<Penguin> birds) {
    Logger.getLogger("org.tribuo").setLevel(Level.WARNING);
    List<Penguin> shuffled = new ArrayList<>(birds);
    Collections.shuffle(shuffled, new Random(seed));
    int heldOut = (int) (HELD_OUT * shuffled.size());
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> training =
        new MutableDataset<>(new SimpleDataSourceProvenance("penguins", labels), labels);
    shuffled.subList(heldOut, shuffled.size()).forEach(bird -> training.add(example(bird)));
    org.tribuo.Model<Label> model = trainer(arch, depth, seed).train(training);
    return judged(model, shuffled.subList(0, heldOut));
  }

  private static Trainer<Label> trainer(String arch, int depth, long seed) {
    return switch (arch) {
      case "tree" -> new CARTClassificationTrainer(depth, 1.0f, seed);
      case "forest" ->
          new RandomForestTrainer<>(
              new CARTClassificationTrainer(depth, 0.5f, seed), new VotingCombiner(), 50, seed);
      case "linear" ->
          new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5), 10 * depth, 1, seed);
      default ->
          throw new IllegalArgumentException("arch is tree, forest or linear, not " + arch);
    };
  }

  private static Result judged(org.tribuo.Model<Label> model, List<Penguin> birds) {
    List<Guess> guesses = new ArrayList<>();
    double loss = 0;
    for (Penguin bird : birds) {
      Prediction<Label> prediction = model.predict(example(bird));
      double score = prediction.getOutputScores().get(bird.species()).getScore();
      guesses.add(new Guess(bird, prediction.getOutput().getLabel(), score));
      loss -= Math.log(Math.max(score, LEAST_SCORE));
    }
    double right = guesses.stream().filter(Guess::right).count();
    return new Result(right / birds.size(), loss / birds.size(), guesses);
  }

  /** Measures are scaled to what is usual among penguins. */
  private static Example<Label> example(Penguin bird) {
    double[] m = bird.measures();
    double[] scaled = {
      (m[0] - 44) / 5.5, (m[1] - 17) / 2.0, (m[2] - 201) / 14.0, (m[3] - 4200) / 800.0
    };
    return new ArrayExample<>(new Label(bird.species()), MEASURES, scaled);
  }
}
