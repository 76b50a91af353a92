package dev.platen.bench;

import dev.platen.json.JsonObject;
import dev.platen.message.Message;
import dev.platen.message.MessageFactory;
import dev.platen.message.MessageTypes;
import dev.platen.message.wire.MalformedMessageException;
import dev.platen.message.wire.WireCodec;
import java.time.Clock;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** One printed line, signed and written as frames, and read again. */
public class WireFrames extends Measured {
  private final WireCodec codec = new WireCodec("key");
  private final Message message =
      new MessageFactory("session", Clock.systemUTC())
          .create(
              MessageTypes.STREAM,
              JsonObject.build(o -> o.put("name", "stdout").put("text", "12345\n")));
  private final List<byte[]> frames = codec.encode(message);

  @Benchmark
  public List<byte[]> encode() {
    return codec.encode(message);
  }

  @Benchmark
  public Message decode() throws MalformedMessageException {
    return codec.decode(frames);
  }
}
