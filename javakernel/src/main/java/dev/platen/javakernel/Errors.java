package dev.platen.javakernel;

import dev.platen.message.ErrorContent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import org.jspecify.annotations.Nullable;

/** What went wrong in a cell, with the lines of the cell. */
final class Errors {
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private Errors() {}

  /** The cell threw; frames above the notebook's own code are the kernel's, and left out. */
  static CellFailure of(JShellException exception, Map<String, CellPlace> places) {
    List<String> lines = new ArrayList<>();
    String prefix = "";
    Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable each = exception; each != null && told.add(each); each = each.getCause()) {
      lines.add(RED + prefix + name(each) + PLAIN + message(each));
      lines.addAll(frames(each, places));
      prefix = "Caused by: ";
    }
    return new CellFailure(new ErrorContent(name(exception), text(exception.getMessage()), lines));
  }

  /** Those of the notebook and of what it calls: the kernel's stand below them, or above. */
  private static List<String> frames(Throwable thrown, Map<String, CellPlace> places) {
    List<String> lines = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (!frame.getClassName().startsWith("dev.platen.")) {
        lines.add("    at " + described(frame, places));
      } else if (!lines.isEmpty()) {
        return lines;
      }
    }
    return lines;
  }

  /** Code of the notebook's failed while the kernel asked it something; its words may fail too. */
  static CellFailure ofKernel(Throwable thrown, String what, int cell) {
    String name = thrown.getClass().getName();
    String message;
    try {
      message = text(thrown.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      message = "";
    }
    String words = what + ": " + name + (message.isEmpty() ? "" : ": " + message);
    return new CellFailure(
        new ErrorContent(name, message, List.of(RED + "In [" + cell + "]: " + PLAIN + words)));
  }

  /** The cell doesn't compile: each error under its line. */
  static CellFailure ofCompiler(String source, List<Diag> diagnostics, CellPlace place) {
    List<String> lines = new ArrayList<>();
    String first = "";
    for (Diag each : diagnostics) {
      if (!each.isError()) {
        continue;
      }
      String message = text(each.getMessage(Locale.ROOT)).strip();
      first = first.isEmpty() ? message.lines().findFirst().orElse("") : first;
      int at = (int) Math.max(0, Math.min(each.getStartPosition(), source.length()));
      int start = source.lastIndexOf('\n', at - 1) + 1;
      int end = source.indexOf('\n', at) < 0 ? source.length() : source.indexOf('\n', at);
      long line = source.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
      lines.add(RED + place.line(line) + ": " + PLAIN + message);
      lines.add("  " + source.substring(start, end));
      lines.add("  " + source.substring(start, at).replaceAll("[^\t]", " ") + "^");
    }
    return new CellFailure(new ErrorContent("CompileError", first, lines));
  }

  /** The cell declares what needs something that isn't there. */
  static CellFailure ofMissing(List<String> missing, CellPlace place) {
    String what = "cannot find " + String.join(", ", missing);
    return new CellFailure(
        new ErrorContent("CompileError", what, List.of(RED + place.line(1) + ": " + PLAIN + what)));
  }

  private static String described(StackTraceElement frame, Map<String, CellPlace> places) {
    String file = frame.getFileName();
    if (file == null || !file.startsWith("#")) {
      return frame.toString();
    }
    CellPlace place = places.get(file.substring(1));
    String method = frame.getMethodName();
    String where = place == null ? "this cell" : place.line(frame.getLineNumber());
    return method.isEmpty() || method.startsWith("do_it$") ? where : method + " (" + where + ")";
  }

  private static String name(Throwable each) {
    return each instanceof EvalException thrown
        ? thrown.getExceptionClassName()
        : each.getClass().getName();
  }

  private static String message(Throwable each) {
    String message = text(each.getMessage());
    return message.isEmpty() ? "" : ": " + message;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
