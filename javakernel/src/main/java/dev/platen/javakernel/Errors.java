package dev.platen.javakernel;

import dev.platen.message.ErrorContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** What went wrong in a cell, with the lines of the cell. */
final class Errors {
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  private Errors() {}

  /** The cell threw; frames above the notebook's own code are the kernel's, and left out. */
  static CellFailure of(JShellException exception, SnippetPlaces places) {
    List<String> lines = told(exception, "", places);
    String name = name(exception);
    if (name.equals(OutOfMemoryError.class.getName())) {
      lines.addAll(aboutHeap(text(exception.getMessage())));
    }
    return new CellFailure(new ErrorContent(name, text(exception.getMessage()), lines));
  }

  /** One of the notebook's own threads ended by what it threw. */
  static String ofThread(Thread thread, Throwable thrown, SnippetPlaces places) {
    List<String> lines = told(thrown, "Exception in thread \"" + thread.getName() + "\" ", places);
    if (thrown instanceof OutOfMemoryError) {
      lines.addAll(aboutHeap(text(thrown.getMessage())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> told(Throwable thrown, String before, SnippetPlaces places) {
    List<String> lines = new ArrayList<>();
    String prefix = before;
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable each = thrown; each != null && told.add(each); each = each.getCause()) {
      lines.add(RED + prefix + name(each) + PLAIN + message(each));
      lines.addAll(frames(each, places));
      prefix = "Caused by: ";
    }
    return lines;
  }

  /** Those of the notebook and of what it calls, without the kernel's. */
  private static List<String> frames(Throwable thrown, SnippetPlaces places) {
    List<String> lines = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (!frame.getClassName().startsWith("dev.platen.")) {
        lines.add("    at " + described(frame, places));
      }
    }
    return lines;
  }

  /** The kernel itself found no memory, or the notebook's code while it was asked something. */
  static CellFailure ofMemory(OutOfMemoryError error, int cell) {
    List<String> lines = new ArrayList<>();
    String message = text(error.getMessage());
    lines.add(RED + "In [" + cell + "]: " + PLAIN + name(error) + ": " + message);
    lines.addAll(aboutHeap(message));
    return new CellFailure(new ErrorContent(name(error), message, lines));
  }

  private static List<String> aboutHeap(String message) {
    return message.contains("heap") || message.contains("GC overhead")
        ? List.of(
            "the kernel's heap ends at "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB; JDK_JAVA_OPTIONS=-Xmx… in the environment gives it more")
        : List.of();
  }

  /** Code of the notebook's failed while the kernel asked it something; its words may fail too. */
  static CellFailure ofKernel(Throwable thrown, String what, int cell) {
    String name = thrown.getClass().getName();
    String message = words(thrown);
    String words = what + ": " + name + (message.isEmpty() ? "" : ": " + message);
    return new CellFailure(
        new ErrorContent(name, message, List.of(RED + "In [" + cell + "]: " + PLAIN + words)));
  }

  /**
   * The cell doesn't compile: each error under its line.
   *
   * @param notes sentences that help to understand them
   */
  static CellFailure ofCompiler(
      String source, List<Diag> diagnostics, List<String> notes, CellPlace place) {
    List<String> lines = new ArrayList<>();
    String first = "";
    for (Diag each : diagnostics) {
      if (!each.isError()) {
        continue;
      }
      String message =
          text(each.getMessage(Locale.ROOT))
              .strip()
              .replaceFirst("\n\\s*symbol:\\s+", ": ")
              // The class is jshell's own, and has no name here.
              .replaceFirst("\n\\s*location: class$", "");
      first = first.isEmpty() ? message.lines().findFirst().orElse("") : first;
      int at = (int) Math.max(0, Math.min(each.getStartPosition(), source.length()));
      int start = source.lastIndexOf('\n', at - 1) + 1;
      int end = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
      long line = source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
      lines.add(RED + place.line(line) + ": " + PLAIN + message);
      lines.add("  " + source.substring(start, end));
      lines.add("  " + source.substring(start, at).replaceAll("[^\t]", " ") + "^");
    }
    lines.addAll(notes);
    return new CellFailure(new ErrorContent("CompileError", first, lines));
  }

  /** What the cell declares can't be used. */
  static CellFailure ofDeclaration(String what, CellPlace place) {
    return new CellFailure(
        new ErrorContent("CompileError", what, List.of(RED + place.line(1) + ": " + PLAIN + what)));
  }

  /** What the cell calls can't be used. */
  static CellFailure ofUse(String what, JShellException exception, SnippetPlaces places) {
    List<String> lines = new ArrayList<>(List.of(RED + "CompileError" + PLAIN + ": " + what));
    lines.addAll(frames(exception, places));
    return new CellFailure(new ErrorContent("CompileError", what, lines));
  }

  private static String described(StackTraceElement frame, SnippetPlaces places) {
    String where = places.of(frame).orElse(null);
    if (where == null) {
      return frame.toString();
    }
    // Of a lambda the method in which it stands; a cell's own statements are in none.
    String method = LAMBDA.matcher(frame.getMethodName()).replaceFirst("$1");
    return method.isEmpty() || method.startsWith("do_it$") ? where : method + " (" + where + ")";
  }

  private static String name(Throwable each) {
    return each instanceof EvalException thrown
        ? thrown.getExceptionClassName()
        : each.getClass().getName();
  }

  private static String message(Throwable each) {
    String message = words(each);
    return message.isEmpty() ? "" : ": " + message;
  }

  /** The words of the notebook's own exceptions may fail too. */
  private static String words(Throwable each) {
    try {
      return text(each.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return "";
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
