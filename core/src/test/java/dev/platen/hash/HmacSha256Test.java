package dev.platen.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HmacSha256Test {
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** RFC 4231's second test case, and its seventh, whose key is longer than a block. */
  @Test
  void itIsWhatTheStandardSays() {
    assertThat(new HmacSha256(ascii("Jefe")).sign(List.of(ascii("what do ya want for nothing?"))))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    byte[] key = new byte[131];
    Arrays.fill(key, (byte) 0xaa);
    String text =
        "This is a test using a larger than block-size key and a larger than block-size data. The"
            + " key needs to be hashed before being used by the HMAC algorithm.";
    assertThat(new HmacSha256(key).sign(List.of(ascii(text))))
        .isEqualTo("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
  }

  @Test
  void partsAreAsOne() {
    HmacSha256 hmac = new HmacSha256(ascii("key"));
    assertThat(hmac.sign(List.of(ascii("a"), ascii(""), ascii("bc"))))
        .isEqualTo(hmac.sign(List.of(ascii("abc"))));
  }
}
