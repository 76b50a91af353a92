package dev.platen.run.provenance;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A glob, cut at its slashes.
 *
 * @param base the folder or file that its first segments name outright; "" when there are none
 * @param segments the rest; none when it names one file or folder
 */
record InputPattern(Path base, List<Segment> segments) {
  private static final Pattern WILD = Pattern.compile("[*?\\[{\\\\]");
  private static final Pattern SLASH_IN_BRACES = Pattern.compile("\\{[^}]*/[^}]*}");

  /**
   * One name, or any number of folders.
   *
   * @param text as written
   * @param names those that match; empty for {@code **}
   */
  record Segment(String text, Optional<PathMatcher> names) {
    private static final Segment DEEP = new Segment("**", Optional.empty());

    static Segment of(String text) {
      PathMatcher names = FileSystems.getDefault().getPathMatcher("glob:" + text);
      return new Segment(text, Optional.of(names));
    }

    boolean isDeep() {
      return names.isEmpty();
    }

    boolean wantsHidden() {
      return text.startsWith(".");
    }

    /** As in a shell, {@code *} doesn't stand for hidden names. */
    boolean matches(Path name) {
      boolean hidden = name.toString().startsWith(".");
      return hidden == wantsHidden() && names.isPresent() && names.get().matches(name);
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws Fault {@code STUDY_INVALID} if it is none
   */
  static InputPattern parse(String pattern) {
    if (pattern.isBlank()) {
      throw fault(pattern, "nothing");
    }
    if (SLASH_IN_BRACES.matcher(pattern).find()) {
      throw fault(pattern, "braces around a slash").mend("write two patterns");
    }
    try {
      return of(pattern);
    } catch (PatternSyntaxException e) {
      throw fault(pattern, e.getDescription()).cause(e);
    } catch (InvalidPathException e) {
      throw fault(pattern, e.getReason()).cause(e);
    }
  }

  private static InputPattern of(String pattern) {
    Path base = Path.of(pattern.startsWith("/") ? "/" : "");
    List<Segment> segments = new ArrayList<>();
    for (String text : pattern.split("/", -1)) {
      if (text.isEmpty() || text.equals(".")) {
        continue;
      }
      if (segments.isEmpty() && !WILD.matcher(text).find()) {
        base = base.resolve(text);
      } else {
        add(text, segments);
      }
    }
    return new InputPattern(base, List.copyOf(segments));
  }

  /** {@code **.csv} is any number of folders, then {@code *.csv}; {@code x**} likewise. */
  private static void add(String text, List<Segment> segments) {
    int stars = text.indexOf("**");
    if (stars < 0) {
      segments.add(Segment.of(text));
      return;
    }
    if (stars > 0) {
      segments.add(Segment.of(text.substring(0, stars) + "*"));
    }
    if (segments.isEmpty() || !segments.get(segments.size() - 1).isDeep()) {
      segments.add(Segment.DEEP);
    }
    String rest = text.substring(stars).replaceFirst("^\\*+", "");
    if (!rest.isEmpty()) {
      add("*" + rest, segments);
    }
  }

  private static Fault fault(String pattern, String found) {
    return Fault.of(FaultKind.STUDY_INVALID, "an input is no file name or pattern")
        .where("inputs: '" + pattern + "'")
        .found(found)
        .mend("write a name, or a pattern such as data/*.csv");
  }
}
