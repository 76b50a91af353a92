package dev.platen.cli.output;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.json.JsonValue;
import dev.platen.json.JsonWriter;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Standard output for results, standard error for everything else. Both are UTF-8. A reader that
 * goes away stops nothing: the run goes on, and {@link #checkDelivered} says so at the end.
 */
public final class Terminal {
  private static final int DEFAULT_COLUMNS = 80;

  private static final Pattern CONTROLS =
      Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]|[\\p{Cntrl}&&[^\n\t]]");

  private final PrintStream out;
  private final PrintStream err;
  private final Verbosity verbosity;
  private final boolean live;
  private final int columns;

  /** Said once, whoever asks. */
  private final AtomicBoolean undelivered;

  private boolean midLine;
  private int blockHeight;

  private Terminal(
      PrintStream out,
      PrintStream err,
      Verbosity verbosity,
      boolean live,
      int columns,
      AtomicBoolean undelivered) {
    this.out = out;
    this.err = err;
    this.verbosity = verbosity;
    this.live = live;
    this.columns = columns;
    this.undelivered = undelivered;
  }

  /** The process's own streams. */
  public static Terminal standard(Map<String, String> env) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    boolean dumb = "dumb".equals(env.get("TERM"));
    return new Terminal(
        out, err, Verbosity.NORMAL, !dumb && isTty(2), columns(env), new AtomicBoolean());
  }

  /** Streams of a test, never a terminal. */
  public static Terminal of(OutputStream out, OutputStream err) {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Verbosity.NORMAL,
        false,
        DEFAULT_COLUMNS,
        new AtomicBoolean());
  }

  public Terminal withVerbosity(Verbosity verbosity) {
    return new Terminal(out, err, verbosity, live, columns, undelivered);
  }

  /**
   * {@code System.console()} is about standard input and output; progress is on standard error.
   * Where there is no /proc, progress comes in plain lines.
   */
  private static boolean isTty(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Whether somebody reads standard output on a terminal; where nobody can tell, nobody does. */
  public static boolean isStandardOutputTty() {
    return isTty(1);
  }

  private static int columns(Map<String, String> env) {
    String columns = env.getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,4}") ? Math.max(20, Integer.parseInt(columns)) : DEFAULT_COLUMNS;
  }

  /** Whether a line may be drawn over and over again. */
  public boolean isLive() {
    return live && verbosity == Verbosity.NORMAL;
  }

  public int columns() {
    return columns;
  }

  /** A line of the result. */
  public void result(String line) {
    out.println(line);
    out.flush();
  }

  /** One of very many lines of the result: the reader may get it together with others. */
  void resultAmongMany(String line) {
    out.println(line);
  }

  /** All lines of the result so far are on their way. */
  void flushResult() {
    out.flush();
  }

  /** Text of the result, as it is. */
  public void resultText(String text) {
    out.print(text);
    out.flush();
  }

  /** A result for programs: one line of JSON. */
  public void result(JsonValue json) {
    result(JsonWriter.compactText(json));
  }

  /** Something to know, unless the user wants quiet. */
  public void say(String line) {
    if (verbosity != Verbosity.QUIET) {
      line(line);
    }
  }

  /** Something to know for those who want to know more. */
  public void detail(String line) {
    if (verbosity == Verbosity.VERBOSE) {
      line(line);
    }
  }

  /** An error, whatever the user wants. */
  public void error(String text) {
    line(text);
  }

  /** The stack behind an error. */
  public void stack(Throwable error) {
    freshLine();
    error.printStackTrace(err);
  }

  /** What the notebook printed: as it came, no newline added, its own {@code \r} left alone. */
  public void passThrough(String text) {
    if (!text.isEmpty()) {
      err.print(text);
      err.flush();
      midLine = !text.endsWith("\n");
    }
  }

  /** Draws the progress line over the one before. */
  void draw(String line) {
    err.print("\r" + line + "\033[K");
    err.flush();
  }

  /** Draws some progress lines over those before. They are cut to the terminal's width. */
  void drawBlock(List<String> lines) {
    StringBuilder text = new StringBuilder(toBlockStart());
    for (String line : lines) {
      String plain = CONTROLS.matcher(line).replaceAll("");
      int room = columns - 1;
      text.append(plain.length() <= room ? plain : plain.substring(0, room - 1) + "…");
      text.append("\n");
    }
    blockHeight = lines.size();
    err.print(text);
    err.flush();
  }

  /** Removes the progress lines. */
  void eraseBlock() {
    err.print(toBlockStart());
    err.flush();
    blockHeight = 0;
  }

  /** Up to the block's first line, and nothing left from there on. */
  private String toBlockStart() {
    return "\r" + (blockHeight > 0 ? "\033[" + blockHeight + "A" : "") + "\033[J";
  }

  /** Removes the progress line. */
  void erase() {
    err.print("\r\033[K");
    err.flush();
  }

  /** What a notebook's error brings of colours and controls stays out of the terminal. */
  private void line(String line) {
    freshLine();
    err.println(CONTROLS.matcher(line).replaceAll(""));
  }

  private void freshLine() {
    if (midLine) {
      err.println();
      midLine = false;
    }
  }

  /**
   * Says, once, whether all results reached their reader.
   *
   * @throws Fault {@code STORAGE_BUSY} when standard output was closed, or its disk is full
   */
  public void checkDelivered() {
    if (out.checkError() && undelivered.compareAndSet(false, true)) {
      throw Fault.of(FaultKind.STORAGE_BUSY, "standard output took no more")
          .where("standard output")
          .found("closed, or its disk is full")
          .mend("what was computed is on disk; send the output somewhere else");
    }
  }
}
