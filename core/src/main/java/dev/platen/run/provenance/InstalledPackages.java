package dev.platen.run.provenance;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packages on a Python search path, read off the names of their metadata folders, which is a
 * hundred times faster than to ask Python for them.
 *
 * @see <a
 *     href="https://packaging.python.org/en/latest/specifications/recording-installed-packages/">
 *     Recording installed projects</a>
 */
public final class InstalledPackages {
  private static final Pattern METADATA =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9._-]*?)(?:-([^-]+))?(?:-py[0-9.]+)?\\.(?:dist|egg)-info");

  /** Of both forms: it is looked for in thousands of names. */
  private static final String SUFFIX = "-info";

  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");

  private InstalledPackages() {}

  /**
   * Lists packages; of two with one name, Python imports the first on the path.
   *
   * @param searchPath as in {@code sys.path}
   * @return normalised name, as in {@code scikit-learn}, to version; "" where none is recorded
   */
  public static SortedMap<String, String> on(List<Path> searchPath) {
    return versions(find(searchPath));
  }

  static SortedMap<String, String> versions(Collection<InstalledPackage> packages) {
    SortedMap<String, String> versions = new TreeMap<>();
    packages.forEach(each -> versions.put(each.name(), each.version()));
    return versions;
  }

  static Collection<InstalledPackage> find(List<Path> searchPath) {
    SortedMap<String, InstalledPackage> packages = new TreeMap<>();
    for (Path folder : searchPath) {
      for (Path metadata : metadataIn(folder)) {
        Matcher parts = METADATA.matcher(metadata.getFileName().toString());
        if (parts.matches()) {
          packages.computeIfAbsent(
              normalised(parts.group(1)), name -> found(name, parts.group(2), metadata));
        }
      }
    }
    return packages.values();
  }

  private static InstalledPackage found(String name, @Nullable String version, Path metadata) {
    return new InstalledPackage(
        name, version == null ? recordedVersion(metadata) : version, metadata);
  }

  static String normalised(String name) {
    return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  private static List<Path> metadataIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> metadata = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (file.toString().endsWith(SUFFIX)) {
          metadata.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Python can't import from a folder that can't be listed either.
      return List.of();
    }
    Collections.sort(metadata);
    return metadata;
  }

  /** A project that setuptools installed for development has its version only inside. */
  private static String recordedVersion(Path metadata) {
    Path file = Files.isDirectory(metadata) ? metadata.resolve("PKG-INFO") : metadata;
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("Version:"))
          .map(line -> line.substring("Version:".length()).strip())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
