package dev.platen.report.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The libraries' own scripts, if this Platen was built with them. */
public final class LibraryScripts {
  private final String folder;

  private LibraryScripts(String folder) {
    this.folder = folder;
  }

  /** Those that were built in. */
  public static LibraryScripts builtIn() {
    return new LibraryScripts("");
  }

  /** Those in a folder beside this class, such as {@code sample/}. */
  static LibraryScripts in(String folder) {
    return new LibraryScripts(folder);
  }

  boolean has(FigureLibrary library) {
    return LibraryScripts.class.getResource(folder + library.fileName() + ".sha256") != null;
  }

  /** The script's hash, as a page's policy names it. */
  String hash(FigureLibrary library) {
    return new String(read(library.fileName() + ".sha256"), StandardCharsets.US_ASCII).strip();
  }

  /** The script, compressed by gzip, in base64. */
  String packed(FigureLibrary library) {
    return Base64.getEncoder().encodeToString(read(library.fileName() + ".js.gz"));
  }

  private byte[] read(String name) {
    try (InputStream in =
        Optional.ofNullable(LibraryScripts.class.getResourceAsStream(folder + name))
            .orElseThrow(() -> new IllegalStateException(name + " is missing from the program"))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
