package dev.platen.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.json.JsonArray;
import dev.platen.json.JsonNumber;
import dev.platen.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String VALUE = "pÄ$s/w+rd&\"X'9\\n";

  private final Secrets secrets = Secrets.of(Map.of("TOKEN", VALUE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        VALUE,
        "p\\u00c4$s/w+rd&\\\"X'9\\\\n",
        "pÄ$s/w+rd&\\\"X'9\\\\n",
        "p\\xc4$s/w+rd&\"X\\'9\\\\n",
        "pÄ$s/w+rd&amp;\"X'9\\n",
        "pÄ$s/w+rd&amp;&quot;X&#x27;9\\n",
        "p%C3%84%24s/w%2Brd%26%22X%279%5Cn",
        "p%C3%84%24s%2Fw%2Brd%26%22X%279%5Cn",
        "70c38424732f772b726426225827395c6e"
      })
  void itsUsualFormsAreMasked(String form) {
    assertThat(secrets.mask("a " + form + " b")).isEqualTo("a **** b");
  }

  @Test
  void base64IsMaskedWhateverStandsAround() {
    for (String before : List.of("", "u", "us", "user:")) {
      for (String behind : List.of("", "x", "xy", "xyz")) {
        byte[] bytes = (before + VALUE + behind).getBytes(UTF_8);
        assertThat(secrets.mask(Base64.getEncoder().encodeToString(bytes))).contains("****");
        assertThat(secrets.mask(Base64.getUrlEncoder().encodeToString(bytes))).contains("****");
      }
    }
  }

  @Test
  void jsonIsMaskedInKeysAndValuesAndNumbers() {
    Secrets number = Secrets.of(Map.of("PIN", "12345678"));
    JsonObject masked =
        number.mask(
            JsonObject.build(
                o ->
                    o.put("a12345678", JsonArray.ofStrings(List.of("12345678", "9")))
                        .put("n", JsonNumber.of(912345678))
                        .put("m", 5)));
    assertThat(masked)
        .isEqualTo(
            JsonObject.build(
                o ->
                    o.put("a****", JsonArray.ofStrings(List.of("****", "9")))
                        .put("n", "****")
                        .put("m", 5)));
  }

  @Test
  void theLinesOfAKeyAreMaskedOneByOne() {
    Secrets key = Secrets.of(Map.of("KEY", "-----BEGIN-----\nabcdefghij\nxy"));
    assertThat(key.mask("> abcdefghij\n> xy")).isEqualTo("> ****\n> xy");
  }

  @Test
  void itSaysNothingOfItsValues() {
    assertThat(secrets).hasToString("Secrets[TOKEN]");
    assertThat(secrets.heldIn("x" + VALUE)).contains("TOKEN");
    assertThat(secrets.heldIn("x")).isEmpty();
  }

  @Test
  void aTextInPiecesIsMaskedAsAWhole() {
    Secrets repeating = Secrets.of(Map.of("A", "abab", "B", "abc\ndefghijk"));
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 60) {
        switch (random.nextInt(5)) {
          case 0 -> text.append("abab ");
          case 1 -> text.append("abc\ndefghijk.");
          case 2 -> text.append("ab");
          case 3 -> text.append("abc\n");
          default -> text.append((char) ('a' + random.nextInt(4)));
        }
      }
      StreamMask mask = new StreamMask(repeating);
      StringBuilder shown = new StringBuilder();
      for (int at = 0; at < text.length(); ) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(9));
        shown.append(mask.next(text.substring(at, end)));
        at = end;
      }
      shown.append(mask.flush());
      assertThat(shown.toString()).doesNotContain("abab").doesNotContain("defghijk");
      assertThat(shown.toString().replace("****", "")).hasSizeLessThan(text.length() + 1);
    }
  }

  @Test
  void whatFollowsABeginningThatHadToBeShownIsMasked() {
    StreamMask mask = new StreamMask(Secrets.of(Map.of("A", "topsecret")));
    assertThat(mask.next("x tops")).isEqualTo("x ");
    assertThat(mask.flush()).isEqualTo("tops");
    assertThat(mask.next("ec")).isEmpty();
    assertThat(mask.next("ret y")).isEqualTo("**** y");
    assertThat(mask.next("topic")).isEqualTo("topic");
  }
}
