package dev.platen.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.notebook.RandomNotebooks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFrameTest {
  @TempDir private Path dir;
  private Path file;
  private FileChannel channel;

  @BeforeEach
  void open() throws IOException {
    file = dir.resolve("x.json");
    channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
  }

  private void write(byte[] bytes) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(bytes), 0);
  }

  /** All that may stay in the file does. */
  private JsonValue frame(byte[] bytes, int deep) throws IOException, JsonSyntaxException {
    write(bytes);
    return JsonReader.readFrame(channel, "x.json", deep, 0);
  }

  private JsonObject frame(String text) throws IOException, JsonSyntaxException {
    return (JsonObject) frame(text.getBytes(StandardCharsets.UTF_8), 2);
  }

  @Test
  void whatStaysInTheFileIsTheSameValue() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      JsonObject notebook = new RandomNotebooks(seed).nbformat4(5);
      for (byte[] bytes : List.of(JsonWriter.compactBytes(notebook), indented(notebook))) {
        for (int deep : new int[] {1, 2, 5, 7}) {
          JsonValue frame = frame(bytes, deep);
          assertThat(frame).as("seed %d, deep %d", seed, deep).isEqualTo(JsonReader.read(bytes));
          assertThat(JsonWriter.compactBytes(frame)).isEqualTo(JsonWriter.compactBytes(notebook));
        }
      }
    }
  }

  @Test
  void whatIsNoJsonIsRefusedInTheSameWords() throws Exception {
    int refused = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] bytes = JsonWriter.compactBytes(new RandomNotebooks(seed).nbformat4(5));
      for (int i = 0; i < 3; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      for (byte[] broken : List.of(bytes, cut)) {
        String expected = refusal(() -> JsonReader.read(broken));
        assertThat(refusal(() -> frame(broken, 3))).as("seed %d", seed).isEqualTo(expected);
        refused += expected.isEmpty() ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  private interface Reading {
    Object now() throws Exception;
  }

  private static String refusal(Reading reading) throws Exception {
    try {
      reading.now();
      return "";
    } catch (JsonSyntaxException e) {
      return e.line() + ":" + e.column() + " " + e.getMessage();
    }
  }

  @Test
  void oddTextsAndEncodingsSurvive() throws Exception {
    String text =
        "{\"a\": [\"\\ud83d\", \"é中\\n\", \"\uD83D\uDE00\"], \"b\": \"\\u0041\\\"\\\\ü\\ude00\","
            + " \"c\": [\"x\", 1, {\"d\": \"y\"}], \"e\": [], \"f\": {\"a\": 1, \"a\": 2}}";
    for (String start : List.of("", "\uFEFF")) {
      for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
        byte[] bytes = (start + text).getBytes(charset);
        assertThat(frame(bytes, 2)).as("%s", charset).isEqualTo(JsonReader.read(text));
      }
    }
    JsonObject frame = frame(text);
    assertThat(((JsonArray) frame.members().get("a")).joined()).contains("\uD83Dé中\n\uD83D\uDE00");
    assertThat(((JsonArray) frame.members().get("c")).text()).isEmpty();
    assertThat(frame.object("f").integer("a")).contains(2L);
  }

  @Test
  void aLongTextIsNotInMemory() throws Exception {
    String lines = "[" + "\"line\\n\",".repeat(500_000) + "\"end\"]";
    JsonObject frame = frame("{\"a\": " + lines + ", \"b\": \"" + "x".repeat(9_000_000) + "\"}");
    write("{}".getBytes(StandardCharsets.UTF_8));
    // Nothing of it is at hand.
    assertThat(fault(() -> frame.text("b")).describe()).contains("changed while it was read");
    assertThat(fault(() -> frame.array("a").get(0)).describe()).contains("changed");
    assertThat(frame.array("a")).hasSize(500_001);
  }

  @Test
  void aFileThatIsNotWhatItWasIsAFault() throws Exception {
    String text = "{\"a\": \"" + "x".repeat(50_000) + "\", \"b\": \"" + "y".repeat(50_000) + "\"}";
    JsonObject frame = frame(text);
    channel.write(ByteBuffer.wrap(new byte[] {'z'}), 70_000);
    assertThat(frame.text("a")).isEqualTo("x".repeat(50_000));
    Fault fault = fault(() -> frame.text("b"));
    assertThat(fault.kind()).isEqualTo(FaultKind.STORAGE_BUSY);
    assertThat(fault.describe())
        .isEqualTo(
            """
            error: the file was changed while it was read
              where: x.json
              found: other content than a moment before, near byte 65536
              mend:  run again when nothing writes into it any more""");
  }

  @Test
  void aFileThatIsReplacedIsReadToItsEndAllTheSame() throws Exception {
    JsonObject frame = frame("{\"a\": \"" + "x".repeat(50_000) + "\"}");
    Path other = dir.resolve("y.json");
    Files.writeString(other, "{}");
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(frame.text("a")).isEqualTo("x".repeat(50_000));
  }

  @Test
  void aFileThatIsOutOfReachIsAFault() throws Exception {
    JsonObject frame = frame("{\"a\": \"" + "x".repeat(50_000) + "\"}");
    channel.close();
    assertThat(fault(() -> frame.text("a")).describe())
        .contains("can't read the rest of the file", "x.json");
  }

  private static Fault fault(Reading reading) {
    return catchThrowableOfType(Fault.class, reading::now);
  }

  private static byte[] indented(JsonValue value) throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    JsonWriter.readable(value, out);
    return out.toByteArray();
  }
}
