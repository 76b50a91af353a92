package dev.platen.cli.papermill;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import org.jspecify.annotations.Nullable;

/**
 * From where to where, as papermill reads it: {@code -} is standard input or output, and what a
 * command line leaves out is a pipe.
 *
 * @param output "-" for standard output
 */
public record PapermillPaths(String input, String output) {
  /** Standard input, or standard output. */
  public static final String STANDARD = "-";

  /**
   * The paths of a command line.
   *
   * @param forHelp whether only the input is wanted
   * @throws Fault {@code USAGE} if one is missing
   */
  public static PapermillPaths of(
      @Nullable String notebook,
      @Nullable String output,
      StandardStreams streams,
      boolean forHelp) {
    boolean fromPipe = streams.input() == StandardStreams.Kind.PIPE;
    String out = output == null ? "" : output;
    if (notebook == null || notebook.isEmpty()) {
      // papermill knows pipes only, and stops at 'papermill < in > out'.
      if (!fromPipe && streams.input() != StandardStreams.Kind.FILE) {
        throw missing("NOTEBOOK_PATH", "a notebook, or '-' for standard input");
      }
      return new PapermillPaths(STANDARD, out.isEmpty() ? STANDARD : out);
    }
    if (forHelp) {
      return new PapermillPaths(notebook, STANDARD);
    }
    if (out.isEmpty() && fromPipe) {
      return new PapermillPaths(STANDARD, notebook);
    }
    if (out.isEmpty() && streams.outputIsTerminal()) {
      throw missing("OUTPUT_PATH", "a file, or '-' for standard output");
    }
    return new PapermillPaths(notebook, out.isEmpty() ? STANDARD : out);
  }

  public boolean toStandardOutput() {
    return output.equals(STANDARD);
  }

  private static Fault missing(String argument, String mend) {
    return Fault.of(FaultKind.USAGE, "missing argument '" + argument + "'")
        .where("platen papermill, the command line")
        .mend("name " + mend + "; see 'platen papermill --help'");
  }
}
