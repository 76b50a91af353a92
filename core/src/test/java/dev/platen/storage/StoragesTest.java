package dev.platen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoragesTest {
  @ParameterizedTest
  @CsvSource({
    "in.ipynb,            ''",
    "/a/b:c,              ''",
    "C:/x,                ''",
    "s3://b/k,            s3",
    "HTTPS://h/p,         https",
    "abs://a.b/c?sig=x,   abs"
  })
  void aSchemeIsWhatStandsBeforeTheSlashes(String place, String scheme) {
    assertThat(Storages.scheme(place).orElse("")).isEqualTo(scheme);
  }

  @Test
  void withoutAStorageTheFaultSaysWhichThereAre() {
    Storages storages =
        new Storages(Map.of("PLATEN_PLUGINS", "/nowhere/platen-s3.jar"), Clock.systemUTC());
    assertThat(storages.of("http://h/p")).isSameAs(storages.of("https://h/q"));
    Fault fault = catchThrowableOfType(Fault.class, () -> storages.of("s3://bucket/in.ipynb"));
    assertThat(fault.describe())
        .contains("no storage for s3://")
        .contains("https")
        .contains("scripts/setup --s3");
  }

  @ParameterizedTest
  @CsvSource({
    "https://u:p@h/x?a=1&sig=abc&b=2,        https://u:****@h/x?a=1&sig=****&b=2",
    "abs://a/c/b?sv=1&sig=a%2Fb,             abs://a/c/b?sv=1&sig=****",
    "https://h/x?X-Amz-Signature=1&v=2,      https://h/x?X-Amz-Signature=****&v=2",
    "https://h/x?access_token=1,             https://h/x?access_token=****",
    "https://token@h/x,                      https://****@h/x",
    "s3://bucket/a@b:c/key=1,                s3://bucket/a@b:c/key=1",
    "dir/a?sig=1,                            dir/a?sig=1"
  })
  void whatOpensAPlaceIsNotShown(String place, String shown) {
    assertThat(PlaceText.shown(place)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "https://u:p@h/x?a=1&sig=abc&b=2#c,      https://h/x?a=1&b=2#c",
    "abs://a/c/b?sig=a%2Fb&sv=1,             abs://a/c/b?sv=1",
    "https://h/x?token=1&key=2,              https://h/x",
    "HTTPS://token@h/x?token=1#c,            HTTPS://h/x#c",
    "https://h/x?&a=1,                       https://h/x?&a=1",
    "hdfs://me@h/x,                          hdfs://me@h/x"
  })
  void whatIsLeftWithoutItIsAnAddress(String place, String bare) {
    assertThat(PlaceText.bare(place)).isEqualTo(bare);
  }
}
