package dev.platen.cli.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * The browser that the user's desktop opens pages with. A secret address isn't given to it as an
 * argument, which all users of the machine can read; but as a file that only its owner can read,
 * and that leads there.
 */
public final class OwnBrowser implements AutoCloseable {
  private final Path file;

  private OwnBrowser(Path file) {
    this.file = file;
  }

  /**
   * Opens a page.
   *
   * @param address with no character that means something in HTML
   * @return to be closed when the page needn't be found any more
   * @throws IOException if there is nothing to open it with
   */
  public static OwnBrowser open(URI address) throws IOException {
    Path file =
        Files.createTempFile(
            "platen-serve-",
            ".html",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    OwnBrowser opened = new OwnBrowser(file);
    try {
      Files.writeString(
          file,
          """
          <!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">
          <meta http-equiv="refresh" content="0; url=%1$s"><title>Platen</title>
          <p><a href="%1$s">The runs</a></p>
          """
              .formatted(address));
      var unused =
          new ProcessBuilder(program(), file.toUri().toString())
              .redirectInput(new File("/dev/null"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return opened;
    } catch (IOException e) {
      opened.close();
      throw e;
    }
  }

  private static String program() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.contains("mac") ? "open" : "xdg-open";
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
