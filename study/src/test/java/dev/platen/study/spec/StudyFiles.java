package dev.platen.study.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The study files that tests read, and what is expected of them. */
final class StudyFiles {
  private static final Path ROOT = Path.of("src/test/resources/golden/study");

  private StudyFiles() {}

  /** The files of one of the two folders, {@code good} and {@code bad}. */
  static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads it under its name alone, so that no message has a path of this machine. */
  static StudySpec read(Path file) {
    return StudyReader.read(text(file), file.getFileName().toString(), file.getParent());
  }

  /** What is expected; with {@code -Dgolden.update} what there is becomes that. */
  static String expected(Path file, String actual) throws IOException {
    Path expected = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
    if (System.getProperty("golden.update") != null) {
      Files.writeString(expected, actual);
    }
    return Files.readString(expected);
  }
}
