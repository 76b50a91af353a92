package dev.platen.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.PythonOracle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our repr against Python's own. */
class PythonFloatIT {
  @TempDir Path folder;

  @Test
  void aHundredThousandDoublesAndEverySmallSubnormalAreWrittenAsByPythonAndReadBack()
      throws Exception {
    Random random = new Random(1);
    LongStream bits = LongStream.generate(random::nextLong).limit(100_000);
    LongStream everyday =
        LongStream.generate(() -> Double.doubleToLongBits(everyday(random))).limit(50_000);
    LongStream subnormal = LongStream.range(0, 10_000);
    LongStream powersOfTwo = LongStream.range(0, 2047).map(exponent -> exponent << 52);
    assertSameAsPython(
        LongStream.concat(
                LongStream.concat(bits, everyday), LongStream.concat(subnormal, powersOfTwo))
            .toArray());
  }

  private static double everyday(Random random) {
    double value = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 12.0);
    return random.nextBoolean() ? value : Math.rint(value * 100) / 100;
  }

  private void assertSameAsPython(long[] bits) throws Exception {
    Path file = folder.resolve("bits.txt");
    Files.write(file, LongStream.of(bits).mapToObj("%016x"::formatted).toList());
    Path script = Path.of(PythonFloatIT.class.getResource("/json/repr.py").toURI());
    List<String> python = PythonOracle.run(script, file.toString()).lines().toList();
    List<String> ours =
        LongStream.of(bits).mapToObj(b -> PythonFloat.repr(Double.longBitsToDouble(b))).toList();
    assertThat(ours).isEqualTo(python);
    assertThat(
            LongStream.range(0, bits.length)
                .filter(i -> !readsBack(python.get((int) i), bits[(int) i])))
        .isEmpty();
  }

  private static boolean readsBack(String repr, long bits) {
    String json = repr.replace("nan", "NaN").replace("inf", "Infinity");
    try {
      return JsonReader.read(json).equals(JsonNumber.of(Double.longBitsToDouble(bits)));
    } catch (JsonSyntaxException e) {
      throw new AssertionError(repr, e);
    }
  }
}
