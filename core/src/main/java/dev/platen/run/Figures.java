package dev.platen.run;

import dev.platen.notebook.Cell;
import dev.platen.notebook.CodeCell;
import dev.platen.notebook.DisplayData;
import dev.platen.notebook.ExecuteResult;
import dev.platen.notebook.MimeBundle;
import dev.platen.notebook.Notebook;
import dev.platen.notebook.Output;
import dev.platen.storage.StorageFaults;
import dev.platen.storage.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that a notebook shows, each as a file: {@code figures/cell-07-1.png} is the first
 * image of the seventh cell. They serve the comparison of runs; the notebook and the report hold
 * them too.
 */
final class Figures {
  private static final Map<String, String> EXTENSIONS = extensions();

  private Figures() {}

  private static Map<String, String> extensions() {
    Map<String, String> byType = new LinkedHashMap<>();
    byType.put("image/svg+xml", "svg");
    byType.put("image/png", "png");
    byType.put("image/jpeg", "jpg");
    byType.put("image/gif", "gif");
    byType.put("image/webp", "webp");
    return byType;
  }

  static void write(Notebook notebook, Path dir) {
    List<Cell> cells = notebook.cells();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) instanceof CodeCell code) {
        int number = 1;
        for (Output output : code.outputs()) {
          if (writeOne(output, dir, "cell-%02d-%d".formatted(i + 1, number))) {
            number++;
          }
        }
      }
    }
  }

  private static boolean writeOne(Output output, Path dir, String name) {
    MimeBundle data =
        switch (output.kind()) {
          case DISPLAY_DATA -> ((DisplayData) output).data();
          case EXECUTE_RESULT -> ((ExecuteResult) output).data();
          case STREAM, ERROR -> MimeBundle.EMPTY;
        };
    for (Map.Entry<String, String> type : EXTENSIONS.entrySet()) {
      Optional<byte[]> bytes = data.text(type.getKey()).flatMap(t -> decode(type.getKey(), t));
      if (bytes.isPresent()) {
        makeDir(dir);
        WholeFile.write(dir.resolve(name + "." + type.getValue()), bytes.get());
        return true;
      }
    }
    return false;
  }

  /**
   * The image's bytes; empty when what calls itself base64 isn't. Most come in one line, for which
   * the decoder that knows lines is the slower one.
   */
  private static Optional<byte[]> decode(String mimeType, String text) {
    if (mimeType.equals("image/svg+xml")) {
      return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException inLines) {
      return decodeLines(text);
    }
  }

  private static Optional<byte[]> decodeLines(String text) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void makeDir(Path dir) {
    // To make one that is there costs an exception inside, for each figure.
    if (Files.isDirectory(dir)) {
      return;
    }
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw StorageFaults.writing(dir, e);
    }
  }
}
