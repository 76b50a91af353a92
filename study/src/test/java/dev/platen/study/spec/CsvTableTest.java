package dev.platen.study.spec;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.study.spec.CsvTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static List<List<String>> texts(String csv) {
    return CsvTable.read(csv).lines().stream()
        .map(line -> line.stream().map(Cell::text).toList())
        .toList();
  }

  private static String quoted(String text, Random random) {
    boolean must = text.matches("(?s).*[,\"\r\n].*") || text.isBlank();
    return must || random.nextBoolean() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Test
  void quotesHoldCommasQuotesAndLineBreaks() {
    assertThat(texts("a,\"b, \"\"c\"\"\n\",\r\n\n   \n1,2,3"))
        .containsExactly(List.of("a", "b, \"c\"\n", ""), List.of("1", "2", "3"));
  }

  @Test
  void everyCellKnowsWhereItBegins() {
    Stream<Cell> cells =
        CsvTable.read("a,\"b\nc\",d\né😀,\"x\",y\n").lines().stream().flatMap(List::stream);

    assertThat(cells.map(cell -> cell.place().toString()))
        .containsExactly("1:1", "1:3", "2:4", "3:1", "3:4", "3:8");
  }

  @Test
  void aQuoteThatIsNeverClosedReachesToTheEnd() {
    assertThat(texts("a,\"b\nc")).containsExactly(List.of("a", "b\nc"));
    assertThat(texts("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsWrittenIsRead(long seed) {
    Random random = new Random(seed);
    String alphabet = "ab,\"\n 'é😀;5";
    List<List<String>> table = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      table.add(
          Stream.generate(
                  () ->
                      random
                          .ints(random.nextInt(6), 0, alphabet.codePointCount(0, alphabet.length()))
                          .map(n -> alphabet.codePoints().skip(n).findFirst().orElseThrow())
                          .mapToObj(Character::toString)
                          .collect(joining()))
              .limit(2)
              .toList());
    }
    String csv =
        table.stream()
            .map(line -> line.stream().map(cell -> quoted(cell, random)).collect(joining(",")))
            .collect(joining(random.nextBoolean() ? "\n" : "\r\n"));

    assertThat(texts(csv)).isEqualTo(table);
  }
}
