package dev.platen.javakernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Gathers what is printed into texts, so that not every character is a message. Thread-safe. */
final class StreamOutput extends OutputStream {
  private static final int LIMIT = 64 * 1024;

  private final Consumer<String> texts;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  StreamOutput(Consumer<String> texts) {
    this.texts = texts;
  }

  @Override
  public synchronized void write(int b) {
    pending.write(b);
    publishIfMuch();
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    pending.write(bytes, offset, length);
    publishIfMuch();
  }

  /** Passes on all whole characters. */
  synchronized void publish() {
    if (pending.size() == 0) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    decoder.decode(bytes, text, false);
    pending.reset();
    pending.write(bytes.array(), bytes.position(), bytes.remaining());
    if (text.flip().hasRemaining()) {
      texts.accept(text.toString());
    }
  }

  private void publishIfMuch() {
    if (pending.size() > LIMIT) {
      publish();
    }
  }
}
