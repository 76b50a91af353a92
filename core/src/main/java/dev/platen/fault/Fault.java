package dev.platen.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reason why Platen can't go on, in the user's words. A failing cell is never a fault: it is a
 * value.
 *
 * <p>Immutable; each of {@link #where}, {@link #found}, {@link #mend}, {@link #issues} returns a
 * copy:
 *
 * <pre>{@code
 * throw Fault.of(FaultKind.KERNEL_NOT_FOUND, "no kernel named 'julia-1.9'")
 *     .where("report.ipynb, metadata.kernelspec.name")
 *     .found("python3, ir, julia-1.10")
 *     .mend("pass --kernel julia-1.10, or list kernels with 'platen kernels'");
 * }</pre>
 */
public final class Fault extends RuntimeException {
  private static final int ISSUES_SHOWN = 20;

  private final FaultKind kind;
  private final String what;
  private final @Nullable String where;
  private final @Nullable String found;
  private final @Nullable String mend;
  private final List<Issue> issues;

  private Fault(
      FaultKind kind,
      String what,
      @Nullable String where,
      @Nullable String found,
      @Nullable String mend,
      List<Issue> issues,
      @Nullable Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.what = what;
    this.where = where;
    this.found = found;
    this.mend = mend;
    this.issues = List.copyOf(issues);
  }

  /**
   * A fault without place or remedy yet; {@code what} is one line, lower case, user text in '…'.
   */
  public static Fault of(FaultKind kind, String what) {
    return new Fault(kind, what, null, null, null, List.of(), null);
  }

  /** Adds the place: a file, a JSON path, a {@code path:line:column}, an argument. */
  public Fault where(String place) {
    return new Fault(kind, what, place, found, mend, issues, getCause());
  }

  /** Adds what was there instead of what was needed. */
  public Fault found(String what) {
    return new Fault(kind, this.what, where, what, mend, issues, getCause());
  }

  /** Adds something more to what was found. */
  public Fault foundToo(String more) {
    return found(found == null ? more : found + "; " + more);
  }

  /** Adds what the user can do about it. */
  public Fault mend(String remedy) {
    return new Fault(kind, what, where, found, remedy, issues, getCause());
  }

  /** Adds everything that is wrong in the file, in the file's order. */
  public Fault issues(List<Issue> all) {
    return new Fault(kind, what, where, found, mend, all, getCause());
  }

  /** Adds the exception behind it, shown only with {@code --stacktrace}. */
  public Fault cause(Throwable cause) {
    return new Fault(kind, what, where, found, mend, issues, cause);
  }

  public FaultKind kind() {
    return kind;
  }

  public List<Issue> issues() {
    return issues;
  }

  /**
   * The error as people read it: {@code error:}, then those of where, found and mend that are
   * known.
   */
  public String describe() {
    List<String> lines = new ArrayList<>();
    lines.add("error: " + what);
    add(lines, "  where: ", where);
    add(lines, "  found: ", found);
    for (Issue issue : issues.subList(0, Math.min(issues.size(), ISSUES_SHOWN))) {
      lines.add("    " + issue);
      issue.detail().lines().forEach(line -> lines.add("      " + line));
    }
    if (issues.size() > ISSUES_SHOWN) {
      lines.add("    … and " + (issues.size() - ISSUES_SHOWN) + " more");
    }
    add(lines, "  mend:  ", mend);
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String label, @Nullable String text) {
    if (text != null) {
      lines.add(label + text.replace("\n", "\n         "));
    }
  }
}
