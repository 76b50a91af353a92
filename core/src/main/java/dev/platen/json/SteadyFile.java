package dev.platen.json;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A file that is read once from end to end, and then in parts again. It has to be the same file
 * still: of each block there is a checksum from the first time.
 */
final class SteadyFile {
  private static final int BLOCK = 1 << 13;

  private final FileChannel channel;
  private final String name;
  private int[] checksums = new int[1024];
  private long length;

  /**
   * Of a file that stays open.
   *
   * @param name as people know it, for faults
   */
  SteadyFile(FileChannel channel, String name) {
    this.channel = channel;
    this.name = name;
  }

  /** All of it, for the first time. */
  InputStream whole() {
    return new Blocks(0, Long.MAX_VALUE, true);
  }

  /**
   * A part of it, once all of it was read.
   *
   * @param to exclusive
   */
  InputStream part(long from, long to) {
    return new Blocks(from, to, false);
  }

  /** What to say of a part that can't be read again. */
  Fault lost(IOException e) {
    return Fault.of(FaultKind.STORAGE_BUSY, "can't read the rest of the file")
        .where(name)
        .found(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
        .mend("see to the disk or the connection, then run again")
        .cause(e);
  }

  private Fault changed(long at) {
    return Fault.of(FaultKind.STORAGE_BUSY, "the file was changed while it was read")
        .where(name)
        .found("other content than a moment before, near byte " + at)
        .mend("run again when nothing writes into it any more");
  }

  /** Reads block by block, and gives of them what lies between two places. */
  private final class Blocks extends InputStream {
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private final boolean first;
    private final long to;
    private int next;
    private long skipped;

    Blocks(long from, long to, boolean first) {
      this.first = first;
      this.to = to;
      this.next = Math.toIntExact(from / BLOCK);
      this.skipped = from % BLOCK;
    }

    @Override
    public int read() throws IOException {
      return isAtEnd() ? -1 : Byte.toUnsignedInt(block.get());
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int given = Math.min(count, block.remaining());
      block.get(bytes, offset, given);
      return given;
    }

    private boolean isAtEnd() throws IOException {
      long start = (long) next * BLOCK;
      if (!block.hasRemaining() && start < to && (first || start < length)) {
        fill(start);
        next++;
        block.limit((int) Math.min(block.limit(), to - start));
        block.position((int) skipped);
        skipped = 0;
      }
      return !block.hasRemaining();
    }

    private void fill(long start) throws IOException {
      block.clear();
      if (!first) {
        block.limit((int) Math.min(BLOCK, length - start));
      }
      while (block.hasRemaining() && channel.read(block, start + block.position()) >= 0) {
        // A channel gives what it has at hand.
      }
      block.flip();
      CRC32 crc = new CRC32();
      crc.update(block.array(), 0, block.limit());
      int checksum = (int) crc.getValue();
      if (first) {
        note(checksum);
        length = start + block.limit();
      } else if (checksum != checksums[next]) {
        throw changed(start);
      }
    }

    private void note(int checksum) {
      if (next == checksums.length) {
        checksums = Arrays.copyOf(checksums, next * 2);
      }
      checksums[next] = checksum;
    }
  }
}
