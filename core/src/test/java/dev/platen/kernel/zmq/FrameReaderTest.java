package dev.platen.kernel.zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  private final List<String> commands = new ArrayList<>();
  private final List<List<byte[]>> messages = new ArrayList<>();
  private final FrameReader reader =
      new FrameReader(body -> commands.add(ascii(body)), messages::add);

  private static String ascii(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private static byte[] greeting(int version, String mechanism) {
    byte[] greeting = new byte[Zmtp.GREETING];
    greeting[0] = (byte) 0xFF;
    greeting[9] = 0x7F;
    greeting[10] = (byte) version;
    byte[] name = mechanism.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, greeting, 12, name.length);
    return greeting;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 1000, 1_000_000})
  void messagesAreTheSameInWhateverPiecesTheyCome(int piece) throws ZmtpException {
    List<byte[]> first = List.of(bytes(0), bytes(1), bytes(255), bytes(256));
    List<byte[]> second = List.of(bytes(300_000));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Zmtp.greeting());
    all.writeBytes(Zmtp.ready("PUB", new byte[0]));
    all.writeBytes(Zmtp.message(first));
    all.writeBytes(Zmtp.message(second));
    byte[] sent = all.toByteArray();
    for (int i = 0; i < sent.length; i += piece) {
      reader.read(ByteBuffer.wrap(Arrays.copyOfRange(sent, i, Math.min(sent.length, i + piece))));
    }
    assertThat(commands).singleElement().asString().contains("READY", "Socket-Type", "PUB");
    assertThat(messages).hasSize(2);
    assertThat(messages.get(0)).containsExactlyElementsOf(first);
    assertThat(messages.get(1)).containsExactlyElementsOf(second);
  }

  @ParameterizedTest
  @CsvSource({
    "3, CURVE, 'it wants the mechanism CURVE, not NULL'",
    "2, NULL, 'it speaks version 2 of ZeroMQ, not 3'",
  })
  void whoCannotBeSpokenToIsNamed(int version, String mechanism, String reason) {
    assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(greeting(version, mechanism))))
        .isInstanceOf(ZmtpException.class)
        .hasMessage(reason);
  }

  @Test
  void anotherProtocolIsNoticed() {
    byte[] http = Arrays.copyOf("HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII), 64);
    assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(http)))
        .hasMessage("what listens there doesn't speak ZeroMQ");
  }

  @Test
  void aFrameThatNoMemoryHoldsIsRefused() throws ZmtpException {
    reader.read(ByteBuffer.wrap(Zmtp.greeting()));
    ByteBuffer header = ByteBuffer.allocate(9).put((byte) Zmtp.LONG).putLong(1L << 40).flip();
    assertThatThrownBy(() -> reader.read(header))
        .hasMessage("it sends a frame of 1099511627776 bytes");
  }

  @Test
  void aLongFrameThatIsOnlyAnnouncedTakesNoMemory() throws ZmtpException {
    reader.read(ByteBuffer.wrap(Zmtp.greeting()));
    for (int i = 0; i < 100; i++) {
      // Each would take 2 GiB, if it were believed.
      FrameReader another = new FrameReader(command -> {}, messages::add);
      another.read(ByteBuffer.wrap(Zmtp.greeting()));
      ByteBuffer header = ByteBuffer.allocate(9).put((byte) Zmtp.LONG);
      another.read(header.putLong(Integer.MAX_VALUE - 8).flip());
    }
    assertThat(messages).isEmpty();
  }
}
