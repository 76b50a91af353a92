package dev.platen.study.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against R, which computes the same groups in one process. */
class RStatisticsIT {
  private static final int GROUPS = 300;
  private static final double CLOSE = 1e-9;

  private static final String SCRIPT =
      """
      say <- function(...) cat(sprintf("%.17g", c(...)), "\\n")
      numbers <- function(text) as.numeric(strsplit(text, " ")[[1]])
      brute <- function(d) {
        r <- rank(abs(d))
        w <- sum(r[d > 0])
        sums <- as.matrix(expand.grid(rep(list(0:1), length(d)))) %*% r
        c(w, mean(sums >= w - 1e-9), mean(sums <= w + 1e-9))
      }
      for (line in readLines(commandArgs(TRUE)[1])) {
        part <- strsplit(line, "|", fixed = TRUE)[[1]]
        x <- numbers(part[2])
        y <- if (length(part) > 2) numbers(part[3])
        switch(part[1],
          summary = say(mean(x), sd(x), median(x), min(x), max(x), t.test(x)$conf.int),
          paired = {
            t <- t.test(x, y, paired = TRUE)
            w <- wilcox.test(x, y, paired = TRUE, exact = TRUE)
            say(mean(x - y), t$conf.int, t$p.value, w$p.value)
          },
          welch = {
            t <- t.test(x, y)
            say(mean(x) - mean(y), t$conf.int, t$p.value)
          },
          rank = {
            greater <- wilcox.test(x, exact = TRUE, alternative = "greater")
            less <- wilcox.test(x, exact = TRUE, alternative = "less")
            say(greater$statistic, greater$p.value, less$p.value)
          },
          eta = {
            squares <- summary(aov(x ~ factor(y)))[[1]][["Sum Sq"]]
            say(squares[1] / sum(squares))
          },
          tied = say(brute(x)),
          long = {
            greater <- wilcox.test(x, exact = FALSE, alternative = "greater")
            less <- wilcox.test(x, exact = FALSE, alternative = "less")
            say(greater$statistic, greater$p.value, less$p.value)
          })
      }
      """;

  /** What is asked of R, and what we say. */
  private record Question(String line, double[] ours) {}

  @TempDir private Path dir;
  private final Random random = new Random(20261126);
  private final List<Question> questions = new ArrayList<>();

  @Test
  void everyNumberIsRs() throws Exception {
    for (int i = 0; i < GROUPS; i++) {
      askSummary(values(2 + random.nextInt(30)));
      int n = 2 + random.nextInt(20);
      askPaired(values(n), values(n));
      askWelch(values(2 + random.nextInt(12)), values(2 + random.nextInt(12)));
      askRank("rank", gaussian(1 + random.nextInt(45)));
      askRank("tied", few(1 + random.nextInt(9)));
      askEta(gaussian(8 + random.nextInt(30)));
    }
    askRank("long", gaussian(201));
    askRank("long", few(500));
    List<String> theirs = askR();
    assertThat(theirs).hasSize(questions.size());
    for (int i = 0; i < theirs.size(); i++) {
      compare(questions.get(i), theirs.get(i));
    }
  }

  private void askSummary(double[] x) {
    Summary s = Summary.of(x);
    Interval interval = s.interval().orElseThrow();
    ask(
        "summary|" + text(x),
        s.mean(),
        s.sd(),
        s.median(),
        s.min(),
        s.max(),
        interval.low(),
        interval.high());
  }

  private void askEta(double[] x) {
    double[] levels = new double[x.length];
    Arrays.setAll(levels, i -> i % 3);
    List<Double> boxed = Arrays.stream(levels).boxed().toList();
    ask("eta|" + text(x) + "|" + text(levels), VarianceShare.of(boxed, x).orElseThrow().share());
  }

  private void askPaired(double[] x, double[] y) {
    PairedComparison c = PairedComparison.of(bySeed(x), bySeed(y));
    assertThat(c.pairing()).isEqualTo(PairedComparison.Pairing.SEEDS);
    Interval interval = c.interval().orElseThrow();
    ask(
        "paired|" + text(x) + "|" + text(y),
        c.difference(),
        interval.low(),
        interval.high(),
        c.p().orElseThrow(),
        c.wilcoxon().orElseThrow());
  }

  private void askWelch(double[] x, double[] y) {
    PairedComparison c =
        PairedComparison.unpaired(
            Arrays.stream(x).boxed().toList(), Arrays.stream(y).boxed().toList());
    Interval interval = c.interval().orElseThrow();
    ask(
        "welch|" + text(x) + "|" + text(y),
        c.difference(),
        interval.low(),
        interval.high(),
        c.p().orElseThrow());
  }

  private void askRank(String kind, double[] x) {
    SignedRank test = SignedRank.of(x);
    ask(kind + "|" + text(x), test.w(), test.greater(), test.less());
  }

  private void ask(String line, double... ours) {
    questions.add(new Question(line, ours));
  }

  /** Near numbers are as near as their spread allows: an interval's end may be close to 0. */
  private static void compare(Question question, String answer) {
    double[] theirs =
        Stream.of(answer.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(theirs).as(question.line()).hasSameSizeAs(question.ours());
    double size = question.line().matches("(summary|paired|welch).*") ? largest(theirs) : 1;
    for (int i = 0; i < theirs.length; i++) {
      boolean probability = !question.line().startsWith("summary") && theirs[i] > 0 && i >= 1;
      double scale = probability ? theirs[i] : Math.max(size, Math.abs(theirs[i]));
      assertThat(question.ours()[i])
          .as("number %d of %s", i, question.line())
          .isCloseTo(theirs[i], within(CLOSE * scale));
    }
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /** Of any size, and sometimes with a large common part. */
  private double[] values(int n) {
    double scale = Math.pow(10, random.nextInt(13) - 6);
    double common = random.nextInt(3) == 0 ? 1e5 : random.nextGaussian();
    return DoubleStream.of(gaussian(n)).map(v -> scale * (common + v)).toArray();
  }

  private double[] gaussian(int n) {
    double shift = random.nextGaussian() / 2;
    return random.doubles(n).map(unused -> random.nextGaussian() + shift).toArray();
  }

  /** Whole numbers near 0, so that many are equal. */
  private double[] few(int n) {
    return random
        .doubles(n)
        .map(unused -> (1 + random.nextInt(3)) * (random.nextInt(3) == 0 ? -1 : 1))
        .toArray();
  }

  private static Map<String, Double> bySeed(double[] values) {
    Map<String, Double> bySeed = new LinkedHashMap<>();
    for (double value : values) {
      bySeed.put("" + bySeed.size(), value);
    }
    return bySeed;
  }

  private static String text(double[] values) {
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  private List<String> askR() throws IOException, InterruptedException {
    Path script = Files.writeString(dir.resolve("ask.R"), SCRIPT);
    Path input = Files.write(dir.resolve("input"), questions.stream().map(Question::line).toList());
    Path output = dir.resolve("output");
    Process process =
        new ProcessBuilder("Rscript", "--vanilla", script.toString(), input.toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(output);
  }
}
