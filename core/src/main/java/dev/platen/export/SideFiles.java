package dev.platen.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files beside a document, in one folder. Names that come from a notebook are only names here:
 * whatever they say, the file lies in the folder.
 */
final class SideFiles {
  private final String dir;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /**
   * No file so far.
   *
   * @param dir relative to the document, with {@code /}
   */
  SideFiles(String dir) {
    this.dir = dir;
  }

  /**
   * Adds a file.
   *
   * @param wanted the name that the notebook gives it
   * @param otherwise a name of ours, for a name that is none or that another file has
   * @return the link to it, as Markdown takes it
   */
  String add(String wanted, String otherwise, byte[] content) {
    String name = safe(wanted);
    byte[] present = files.get(dir + "/" + name);
    boolean free = present == null || Arrays.equals(present, content);
    String path = dir + "/" + (name.isEmpty() || !free ? otherwise : name);
    files.put(path, content);
    return link(path);
  }

  /** The last part of a path; empty if that can't be a file's name on every system. */
  private static String safe(String wanted) {
    String last = wanted.substring(Math.max(wanted.lastIndexOf('/'), wanted.lastIndexOf('\\')) + 1);
    boolean usable =
        !last.startsWith(".")
            && last.length() <= 120
            && last.chars().noneMatch(c -> c < ' ' || c == 0x7f || "<>:\"|?*".indexOf(c) >= 0);
    return usable ? last.strip() : "";
  }

  private static String link(String path) {
    return Stream.of(path.split("/"))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  Map<String, byte[]> all() {
    return files;
  }
}
