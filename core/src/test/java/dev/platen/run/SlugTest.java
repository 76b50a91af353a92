package dev.platen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.parameter.ParameterValue;
import dev.platen.parameter.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
