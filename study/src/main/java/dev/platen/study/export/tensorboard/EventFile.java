package dev.platen.study.export.tensorboard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A file of events, each framed as a TFRecord: its length as eight bytes, a checksum of these, the
 * event, and a checksum of it; all little-endian.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details">
 *     the frame</a>
 * @see <a
 *     href="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/compat/proto/event.proto">
 *     event.proto</a>
 */
final class EventFile {
  private static final int MASK = 0xa282ead8;

  private final OutputStream out;

  /** Begins one with the event that names its format. */
  EventFile(double wallTime, OutputStream out) throws IOException {
    this.out = out;
    record(ProtoWriter.message(event -> event.real(1, wallTime).text(3, "brain.Event:2")));
  }

  /** Adds an event of one summary value. */
  void add(double wallTime, Consumer<ProtoWriter> value) throws IOException {
    record(
        ProtoWriter.message(
            event -> event.real(1, wallTime).message(5, summary -> summary.message(1, value))));
  }

  private void record(byte[] event) throws IOException {
    byte[] length = bytes(Long.BYTES).putLong(event.length).array();
    out.write(length);
    out.write(checksum(length));
    out.write(event);
    out.write(checksum(event));
  }

  /** CRC-32C, turned by 15 bits and moved, so that the checksum of one is no trivial value. */
  private static byte[] checksum(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    int masked = Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    return bytes(Integer.BYTES).putInt(masked).array();
  }

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
