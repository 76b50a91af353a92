package dev.platen.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
  private static final JsonValue ONE = JsonNumber.of(1);

  @Test
  void whoeverKeepsWhatItWasMadeOfCantChangeIt() throws Exception {
    List<JsonObject.Builder> kept = new ArrayList<>();
    JsonObject built = JsonObject.build(o -> kept.add(o.put("a", 1)));
    kept.get(0).put("b", 2);
    Map<String, JsonValue> members = new LinkedHashMap<>(Map.of("a", ONE));
    JsonObject made = new JsonObject(members);
    members.put("b", ONE);
    JsonValue read = JsonReader.read("{\"a\": 1}");
    assertThat(List.of(built, made))
        .containsOnly((JsonObject) read)
        .doesNotContain(JsonObject.EMPTY);
  }

  @Test
  void itsMembersAreReadOnlyAndInOrder() throws Exception {
    JsonObject read = (JsonObject) JsonReader.read("{\"b\": 1, \"a\": null, \"b\": 2}");
    assertThat(read.members().keySet()).containsExactly("b", "a");
    assertThat(read.value("b")).isEqualTo(JsonNumber.of(2));
    assertThat(read.members().containsKey("c")).isFalse();
    assertThatThrownBy(() -> read.members().put("c", ONE))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.members().remove("a"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> read.members().entrySet().iterator().next().setValue(ONE))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
