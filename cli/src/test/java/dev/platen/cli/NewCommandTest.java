package dev.platen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.platen.testkit.TestEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewCommandTest {
  private static final Pattern NOT_OURS =
      Pattern.compile("(^|.*/)(runs|__pycache__|\\.[^/]+)(/.*)?");

  @Test
  void itsFilesAreAllThoseOfTheExample() throws IOException {
    Path example = TestEnvironment.root().resolve("examples/penguins");
    try (Stream<Path> all = Files.walk(example)) {
      List<String> files =
          all.filter(Files::isRegularFile)
              .map(file -> example.relativize(file).toString())
              .filter(name -> !NOT_OURS.matcher(name).matches())
              .sorted()
              .toList();
      assertThat(NewCommand.FILES).isEqualTo(files);
    }
  }
}
