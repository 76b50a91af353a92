package dev.platen.study.serve;

import dev.platen.run.RunFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The end of what a kernel's process itself wrote. */
final class LogTail {
  private static final int BYTES = 4096;

  private LogTail() {}

  /** "" if there is none, or it can't be read. */
  static String of(RunFolder folder) {
    Path log = folder.kernelLog();
    if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
      return "";
    }
    try (SeekableByteChannel file =
        Files.newByteChannel(log, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      long from = Math.max(0, file.size() - BYTES);
      ByteBuffer bytes = ByteBuffer.allocate(BYTES);
      file.position(from);
      while (bytes.hasRemaining() && file.read(bytes) > 0) {}
      String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
      int line = text.indexOf('\n');
      return ShownOutput.tail(from > 0 && line >= 0 ? text.substring(line + 1) : text);
    } catch (IOException e) {
      // It belongs to somebody else; the run's page does without it.
      return "";
    }
  }
}
