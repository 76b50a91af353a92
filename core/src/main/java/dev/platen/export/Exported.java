package dev.platen.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document and the files that it links to.
 *
 * @param files content by path, relative to the document and with {@code /}; no path leads out of
 *     the folder that the caller named
 */
public record Exported(String text, Map<String, byte[]> files) {
  public Exported {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }
}
