package dev.platen.cli.papermill;

import dev.platen.cli.output.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What standard input is, and whether standard output is a terminal. */
public record StandardStreams(Kind input, boolean outputIsTerminal) {
  /** What a stream can be. */
  public enum Kind {
    PIPE,
    FILE,
    OTHER
  }

  private static final int TYPE = 0170000;
  private static final int FIFO = 0010000;
  private static final int REGULAR = 0100000;

  /** This process's own. */
  public static StandardStreams ofProcess() {
    return new StandardStreams(input(Path.of("/dev/stdin")), Terminal.isStandardOutputTty());
  }

  private static Kind input(Path path) {
    try {
      int type = (Integer) Files.getAttribute(path, "unix:mode") & TYPE;
      return type == FIFO ? Kind.PIPE : type == REGULAR ? Kind.FILE : Kind.OTHER;
    } catch (IOException | UnsupportedOperationException e) {
      // Closed, or a system that doesn't tell: nothing is taken from it unless it is asked for.
      return Kind.OTHER;
    }
  }
}
