package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.ListValue;
import dev.platen.parameter.MapValue;
import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import dev.platen.parameter.read.YamlDocument;
import dev.platen.parameter.read.YamlValue;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
  private static String slug(String name, ParameterValue value) {
    return Slug.of(Optional.empty(), Parameters.EMPTY.with(name, value), "template");
  }

  @Test
  void saysWhatVaries() {
    Parameters parameters =
        Parameters.EMPTY
            .with("hidden", ParameterValue.of(32))
            .with("lr", ParameterValue.of(0.1))
            .with("arch", ParameterValue.of("mlp"));
    assertThat(Slug.of(Optional.empty(), parameters, "template"))
        .isEqualTo("hidden=32,lr=0.1,arch=mlp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[8, 4]                                        | x=8-4",
        "['relu', 'a b']                               | x=relu-ab",
        "[[8, 8], [16], 2.5, null]                     | x=8-8,16,2.5,None",
        "{kind: mlp, width: 8}                         | x=kind-mlp,width-8",
        "{kind: mlp, layers: [8, 4], opt: {lr: -0.1}}  | x=kind-mlp,layers-8-4,opt-lr--0.1",
        "[{kind: mlp, n: 1}, {kind: linear}]           | x=kind-mlp,n-1,kind-linear",
        "[]                                            | x=empty",
        "{}                                            | x=empty",
      })
  void listsAndMapsAreWordsWithoutBracketsAndQuotes(String yaml, String expected) {
    ParameterValue value =
        YamlDocument.read("x: " + yaml).root().map(YamlValue::value).orElseThrow();
    assertThat(slug("x", ((MapValue) value).entries().get("x"))).isEqualTo(expected);
  }

  @Test
  void aLongListIsCutAndStillTellsTwoApart() {
    ParameterValue eights = new ListValue(Collections.nCopies(60, ParameterValue.of(8)));
    ParameterValue more = new ListValue(Collections.nCopies(61, ParameterValue.of(8)));
    assertThat(slug("x", eights))
        .hasSize(Slug.MAX_LENGTH)
        .startsWith("x=8-8-8-")
        .isNotEqualTo(slug("x", more));
  }

  @Test
  void isTheTemplatesNameWithoutParameters() {
    assertThat(Slug.of(Optional.empty(), Parameters.EMPTY, "my report")).isEqualTo("myreport");
  }

  @Test
  void holdsNothingThatAFileSystemForbids() {
    assertThat(slug("x", ParameterValue.of("a/b\\c:d*e?f\"g<h>i|j\n\0é")))
        .isEqualTo("x=a_b_c_d_e_f_g_h_i_j___");
    assertThat(Slug.of(Optional.empty(), Parameters.EMPTY, "..")).isEqualTo("_.");
  }

  @Test
  void aLongOneIsCutAndStillTellsTwoApart() {
    String one = slug("x", ParameterValue.of("a".repeat(500) + "1"));
    String two = slug("x", ParameterValue.of("a".repeat(500) + "2"));
    assertThat(one).hasSize(Slug.MAX_LENGTH).isNotEqualTo(two);
  }

  @Test
  void anyTextGivesAPlainName() {
    Random random = new Random(7);
    Set<Character> allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789=,.+[]_-"
            .chars()
            .mapToObj(c -> (char) c)
            .collect(java.util.stream.Collectors.toSet());
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(120); n > 0; n--) {
        text.append((char) random.nextInt(0x300));
      }
      String slug = slug("p", ParameterValue.of(text.toString()));
      assertThat(slug.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(80);
      assertThat(slug.chars().mapToObj(c -> (char) c)).allMatch(allowed::contains);
    }
  }
}
