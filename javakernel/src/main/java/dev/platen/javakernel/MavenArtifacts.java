package dev.platen.javakernel;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Libraries by their coordinates, fetched by the installed Maven: so the user's own repositories,
 * mirrors, credentials and cache are used.
 */
final class MavenArtifacts {
  private static final Pattern COORDINATES =
      Pattern.compile("([\\w.-]+):([\\w.-]+)(?::([\\w.-]+):([\\w.-]+))?:([\\w.+-]+)");
  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";

  private final FoundArtifacts found = new FoundArtifacts();
  private final SessionFolder folder;

  MavenArtifacts(SessionFolder folder) {
    this.folder = folder;
  }

  /**
   * The files of the artifacts and all that they need.
   *
   * @param coordinates {@code GROUP:ARTIFACT:VERSION}, or {@code
   *     GROUP:ARTIFACT:TYPE:CLASSIFIER:VERSION}
   * @throws CellFailure when one isn't found, or there is no Maven
   */
  List<String> paths(List<String> coordinates) throws CellFailure {
    StringBuilder dependencies = new StringBuilder();
    for (String each : coordinates) {
      dependencies.append(dependency(each));
    }
    try {
      return found.paths(coordinates, () -> fetch(dependencies.toString(), coordinates));
    } catch (IOException e) {
      throw CellFailure.ofUsage(
          "%maven needs Maven's mvn on the PATH: install it, or use %classpath with files ("
              + e.getMessage()
              + ")");
    }
  }

  private List<String> fetch(String dependencies, List<String> coordinates)
      throws IOException, CellFailure {
    Path asked = folder.folder("maven");
    Path pom = Files.writeString(asked.resolve("pom.xml"), pom(dependencies));
    Path result = asked.resolve("classpath");
    run(pom, result, coordinates);
    String path = Files.readString(result).strip();
    return path.isEmpty() ? List.of() : List.of(path.split(File.pathSeparator));
  }

  private static void run(Path pom, Path result, List<String> coordinates)
      throws IOException, CellFailure {
    Process maven =
        new ProcessBuilder(
                "mvn",
                "-B",
                "-q",
                "-ntp",
                "-f",
                pom.toString(),
                GOAL,
                "-Dmdep.outputFile=" + result)
            .redirectErrorStream(true)
            .start();
    try {
      maven.getOutputStream().close();
      String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (maven.waitFor() != 0) {
        throw CellFailure.ofUsage("%maven " + String.join(" ", coordinates) + ": " + reason(said));
      }
    } catch (InterruptedException e) {
      throw CellFailure.ofUsage("%maven was interrupted");
    } finally {
      maven.destroy();
    }
  }

  /** The first line of Maven's that says why. */
  private static String reason(String said) {
    return said.lines()
        .filter(line -> line.startsWith("[ERROR]"))
        .map(line -> line.replace("[ERROR]", "").strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse(said);
  }

  private static String dependency(String coordinates) throws CellFailure {
    Matcher parts = COORDINATES.matcher(coordinates);
    if (!parts.matches()) {
      throw CellFailure.ofUsage("%maven takes GROUP:ARTIFACT:VERSION, not '" + coordinates + "'");
    }
    List<String> elements = new ArrayList<>();
    String[] names = {"groupId", "artifactId", "type", "classifier", "version"};
    for (int i = 0; i < names.length; i++) {
      String value = parts.group(i + 1);
      if (value != null) {
        elements.add("<" + names[i] + ">" + value + "</" + names[i] + ">");
      }
    }
    return "<dependency>" + String.join("", elements) + "</dependency>";
  }

  private static String pom(String dependencies) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>notebook</groupId>
          <artifactId>notebook</artifactId>
          <version>1</version>
          <dependencies>%s</dependencies>
        </project>
        """
        .formatted(dependencies);
  }
}
