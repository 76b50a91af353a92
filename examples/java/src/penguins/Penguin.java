package penguins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One bird. Lengths in mm, mass in g. */
public record Penguin(
    String species, double billLength, double billDepth, double flipperLength, double bodyMass) {

  /** All birds of a file, but for those of which something wasn't measured. */
  public static List<Penguin> read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .filter(line -> !line.contains("NA") && !line.contains(",,"))
          .map(line -> of(line.split(",")))
          .toList();
    }
  }

  private static Penguin of(String[] row) {
    return new Penguin(
        row[0],
        Double.parseDouble(row[COLUMN]),
        Double.parseDouble(row[COLUMN + 1]),
        Double.parseDouble(row[COLUMN + 2]),
        Double.parseDouble(row[COLUMN + 3]));
  }

  private static final int COLUMN = 2;

  /** What a model is told. */
  public double[] measures() {
    return new double[] {billLength, billDepth, flipperLength, bodyMass};
  }
}
