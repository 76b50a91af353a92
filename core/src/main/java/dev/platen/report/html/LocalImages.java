package dev.platen.report.html;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The image files beside a notebook, as its text names them. Files outside its folder are never
 * read, whatever way leads to them, nor are files that hold no image.
 */
public final class LocalImages implements PageImages {
  /** Bytes. */
  private static final long MAX_SIZE = 20_000_000;

  private final Path folder;

  /**
   * Images in a folder.
   *
   * @param folder the notebook's
   */
  public LocalImages(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<ImageUrl> resolve(String source) {
    Optional<ImageUrl> data = PageImages.inline().resolve(source);
    boolean relative = source.indexOf(':') < 0 && source.indexOf('\\') < 0;
    if (data.isPresent() || source.isBlank() || !relative || source.startsWith("/")) {
      return data;
    }
    try {
      return read(URLDecoder.decode(path(source), StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException absent) {
      // The page says that the image isn't in it.
      return Optional.empty();
    }
  }

  /** Without the query and the fragment; a plus is a plus. */
  private static String path(String source) {
    return source.replaceFirst("[?#].*", "").replace("+", "%2B");
  }

  private Optional<ImageUrl> read(String name) throws IOException {
    Path file = folder.resolve(name).toRealPath();
    if (!file.startsWith(folder.toRealPath())
        || !Files.isRegularFile(file)
        || Files.size(file) > MAX_SIZE) {
      return Optional.empty();
    }
    byte[] bytes = Files.readAllBytes(file);
    if (name.toLowerCase(Locale.ROOT).endsWith(".svg")) {
      return ImageData.svg(new String(bytes, StandardCharsets.UTF_8));
    }
    String base64 = Base64.getEncoder().encodeToString(bytes);
    return ImageData.BITMAPS.stream()
        .flatMap(type -> ImageData.bitmap(type, base64).stream())
        .findFirst();
  }
}
