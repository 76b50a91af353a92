package dev.platen.message.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.platen.json.JsonObject;
import dev.platen.message.Header;
import dev.platen.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireCodecTest {
  private final WireCodec codec = new WireCodec("key");

  private static Message message() {
    Header header = new Header("id", "session", "user", "2026-01-01T00:00:00Z", "stream", "5.3");
    Header parent = new Header("p", "session", "user", "", "execute_request", "5.3");
    return new Message(
        header,
        Optional.of(parent),
        JsonObject.EMPTY,
        JsonObject.build(o -> o.put("name", "stdout").put("text", "é\n")),
        List.of(new byte[] {0, 1, 2}));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void framesComeInTheOrderOfTheProtocol() {
    List<byte[]> frames = codec.encode(message());
    assertThat(frames).hasSize(7);
    assertThat(frames.get(0)).isEqualTo(ascii("<IDS|MSG>"));
    assertThat(new String(frames.get(1), StandardCharsets.US_ASCII)).matches("[0-9a-f]{64}");
    assertThat(new String(frames.get(5), StandardCharsets.UTF_8))
        .isEqualTo("{\"name\":\"stdout\",\"text\":\"é\\n\"}");
    assertThat(frames.get(6)).containsExactly(0, 1, 2);
  }

  @Test
  void aMessageSurvivesTheWireWithAnyIdentitiesBefore() throws Exception {
    List<byte[]> frames = new ArrayList<>(List.of(ascii("router"), ascii("topic")));
    frames.addAll(codec.encode(message()));
    Message read = codec.decode(frames);
    assertThat(read.header()).isEqualTo(message().header());
    assertThat(read.parent()).isEqualTo(message().parent());
    assertThat(read.content()).isEqualTo(message().content());
    assertThat(read.buffers()).hasSize(1);
  }

  @Test
  void eachMessageHasItsOwnParent() throws Exception {
    Message first = message();
    Message orphan =
        new Message(first.header(), Optional.empty(), first.metadata(), first.content(), List.of());
    Message child =
        new Message(
            orphan.header(),
            Optional.of(orphan.header()),
            JsonObject.build(o -> o.put("a", 1)),
            orphan.content(),
            List.of());
    for (Message sent : List.of(first, first, orphan, orphan, child, first)) {
      Message read = codec.decode(codec.encode(sent));
      assertThat(read.parent()).isEqualTo(sent.parent());
      assertThat(read.metadata()).isEqualTo(sent.metadata());
    }
  }

  @Test
  void aMessageOfAnotherKeyIsRefused() {
    List<byte[]> frames = new WireCodec("other").encode(message());
    assertThatThrownBy(() -> codec.decode(frames))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("the signature is wrong");
  }

  @Test
  void anyChangedByteOfASignedFrameIsRefused() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      List<byte[]> frames = codec.encode(message());
      byte[] frame = frames.get(2 + random.nextInt(4));
      frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(7));
      assertThatThrownBy(() -> codec.decode(frames)).isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void framesThatAreNoMessageAreRefusedWithTheReason() {
    assertThatThrownBy(() -> codec.decode(List.of())).hasMessage("there is no <IDS|MSG> frame");
    assertThatThrownBy(() -> codec.decode(List.of(ascii("<IDS|MSG>"), ascii("x"), ascii("{}"))))
        .hasMessage("a message has 4 frames after its signature, this has 1");
  }

  @Test
  void aConnectionWithoutKeyIsNeverMade() {
    assertThatThrownBy(() -> new WireCodec("")).isInstanceOf(IllegalArgumentException.class);
  }
}
