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
  /** What has a checksum of its own. */
  private static final int BLOCK = 1 << 13;

  /** What is read at once, at most. */
  private static final int CHUNK = 8 * BLOCK;

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

  /** Takes note of a block's checksum, or compares it. */
  private void check(int block, byte[] bytes, int offset, int count, boolean first) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, count);
    int checksum = (int) crc.getValue();
    if (first) {
      if (block == checksums.length) {
        checksums = Arrays.copyOf(checksums, block * 2);
      }
      checksums[block] = checksum;
    } else if (checksum != checksums[block]) {
      throw changed((long) block * BLOCK);
    }
  }

  /** Reads whole blocks, and gives of them what lies between two places. */
  private final class Blocks extends InputStream {
    private final boolean first;
    private final long to;
    private final ByteBuffer chunk;
    private long next;
    private int skipped;
    private boolean ended;

    Blocks(long from, long to, boolean first) {
      this.first = first;
      this.to = to;
      this.next = from / BLOCK * BLOCK;
      this.skipped = (int) (from % BLOCK);
      this.chunk = ByteBuffer.allocate((int) Math.min(CHUNK, wanted())).limit(0);
    }

    @Override
    public int read() throws IOException {
      return isAtEnd() ? -1 : Byte.toUnsignedInt(chunk.get());
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int given = Math.min(count, chunk.remaining());
      chunk.get(bytes, offset, given);
      return given;
    }

    private boolean isAtEnd() throws IOException {
      if (!chunk.hasRemaining() && next < to && !ended) {
        long start = next;
        fill();
        chunk.limit((int) Math.min(chunk.limit(), to - start)).position(skipped);
        skipped = 0;
      }
      return !chunk.hasRemaining();
    }

    /** From the next block to the end of the last one that is needed. */
    private long wanted() {
      return first ? CHUNK : Math.min(length, (to + BLOCK - 1) / BLOCK * BLOCK) - next;
    }

    private void fill() throws IOException {
      chunk.clear().limit((int) Math.min(chunk.capacity(), wanted()));
      while (chunk.hasRemaining() && channel.read(chunk, next + chunk.position()) >= 0) {
        // A channel gives what it has at hand.
      }
      ended = chunk.hasRemaining();
      chunk.flip();
      if (ended && !first) {
        throw changed(next + chunk.limit());
      }
      for (int at = 0; at < chunk.limit(); at += BLOCK) {
        int count = Math.min(BLOCK, chunk.limit() - at);
        check((int) ((next + at) / BLOCK), chunk.array(), at, count, first);
      }
      next += chunk.limit();
      length = Math.max(length, next);
    }
  }
}
