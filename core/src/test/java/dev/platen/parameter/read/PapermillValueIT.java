package dev.platen.parameter.read;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonString;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import dev.platen.parameter.PythonProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Compares the typing of {@code -p} with Python's {@code int()} and {@code float()}. */
class PapermillValueIT {
  private static final String TYPED =
      """
      import json, sys
      def typed(text):
          words = {'True': True, 'False': False, 'None': None}
          if text in words:
              return words[text]
          for kind in (int, float):
              try:
                  return kind(text)
              except ValueError:
                  pass
          return text
      print(json.dumps([repr(typed(t)) for t in json.load(open(sys.argv[1], encoding='utf-8'))]))
      """;

  private static final List<String> WORDS =
      List.of(
          "True",
          "true",
          "TRUE",
          "False",
          "None",
          "none",
          "null",
          "",
          " ",
          "5",
          "-5",
          "+3",
          "+-3",
          "007",
          "-007",
          " 5 ",
          "\t5\n",
          "\u00a05\u2003",
          "\u200b5",
          "1_000",
          "1__0",
          "_1",
          "1_",
          "1_0.5_0",
          "1._5",
          "1_.5",
          "٣",
          "٣.٥",
          "१२",
          "𝟗",
          "1e3",
          "1E3",
          "1e-3",
          "1e+3",
          "1.e3",
          ".5",
          "5.",
          ".",
          "e1",
          "1e",
          "1e400",
          "-1e400",
          "nan",
          "NaN",
          "+nan",
          "-nan",
          "inf",
          "-inf",
          "Infinity",
          "INFINITY",
          "infinit",
          "0x10",
          "0b1",
          "0o7",
          "1:30",
          "[1,2]",
          "1,5",
          "1j",
          "99999999999999999999999",
          "0",
          "-0",
          "-0.0",
          "00",
          "0_0",
          "1e1_0",
          "1 000",
          "½",
          "²");

  @Test
  void wordsMeanWhatTheyMeanToPython() throws Exception {
    assertAgrees(WORDS);
  }

  @Test
  void randomWordsMeanWhatTheyMeanToPython() throws Exception {
    Random random = new Random(3);
    String letters = "0123456789._eE+- infaNty٣";
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      words.add(word.toString());
    }
    assertAgrees(words);
  }

  private static void assertAgrees(List<String> words) throws Exception {
    List<JsonValue> expected =
        ((JsonArray) PythonProcess.run(TYPED, JsonWriter.compactText(JsonArray.ofStrings(words))))
            .values();
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < words.size(); i++) {
      softly
          .assertThat(PapermillValue.read(words.get(i)).display())
          .as("'" + words.get(i) + "'")
          .isEqualTo(((JsonString) expected.get(i)).value());
    }
    softly.assertAll();
  }
}
