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
        "70c38424732f772b726426225827395c6e",
        "70:c3:84:24:73:2f:77:2b:72:64:26:22:58:27:39:5c:6e",
        "70 C3 84 24 73 2F 77 2B 72 64 26 22 58 27 39 5C 6E",
        "p\\xc3\\x84$s/w+rd&\"X\\'9\\\\n",
        "p\\xc3\\x84$s/w+rd&\"X'9\\\\n",
        "p\\\\u00c4$s/w+rd&\\\\\\\"X'9\\\\\\\\n",
        "pÄ$s/w+rd&\\\\\\\"X'9\\\\\\\\n"
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

  /** What {@code base64} of the shell and Python's {@code encodebytes} write. */
  @Test
  void base64IsMaskedWhereverItsLinesBreak() {
    for (int before = 0; before < 80; before++) {
      byte[] bytes = ("x".repeat(before) + VALUE).getBytes(UTF_8);
      String rest = Base64.getEncoder().encodeToString(VALUE.getBytes(UTF_8)).substring(4, 12);
      for (String line : List.of("\n", "\r\n", "\n    ", "\\n", "\\\\n")) {
        Base64.Encoder mime = Base64.getMimeEncoder(76, "\n".getBytes(UTF_8));
        String text = mime.encodeToString(bytes).replace("\n", line);
        assertThat(secrets.mask(text)).contains("****").doesNotContain(rest);
        StreamMask mask = new StreamMask(secrets);
        int middle = text.length() - 9;
        String shown = mask.next(text.substring(0, middle)) + mask.next(text.substring(middle));
        assertThat(shown + mask.flush()).contains("****").doesNotContain(rest);
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
      text.append('!');
      StreamMask mask = new StreamMask(repeating);
      StringBuilder shown = new StringBuilder();
      for (int at = 0; at < text.length(); ) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(9));
        shown.append(mask.next(text.substring(at, end)));
        if (i % 2 == 1 && random.nextInt(3) == 0) {
          shown.append(mask.flush());
        }
        at = end;
      }
      shown.append(mask.flush());
      assertThat(shown.toString()).doesNotContain("abab").doesNotContain("defghijk");
      assertThat(shown.toString().replace("****", "")).hasSizeLessThan(text.length() + 1);
      if (i % 2 == 0) {
        assertThat(shown.toString()).isEqualTo(repeating.mask(text.toString()));
      }
    }
  }

  @Test
  void whatFollowsABeginningThatHadToBeShownIsMasked() {
    StreamMask mask = new StreamMask(Secrets.of(Map.of("A", "topsecretvalue")));
    assertThat(mask.next("x to")).isEqualTo("x ");
    assertThat(mask.flush()).isEqualTo("to");
    assertThat(mask.next("psec")).isEmpty();
    assertThat(mask.flush()).as("more than a few letters of it").isEqualTo("****");
    assertThat(mask.next("retvalue y")).isEqualTo("**** y");
    assertThat(mask.next("topic")).isEqualTo("topic");
  }
}
