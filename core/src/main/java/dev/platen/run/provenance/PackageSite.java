package dev.platen.run.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One folder of installed packages, asked which of them a module belongs to: by its name, else by
 * what the packages say of their top-level modules, and only for the rest by their lists of files,
 * which are long.
 */
final class PackageSite {
  private static final String NOBODY = "";

  private final List<InstalledPackage> packages;
  private final Map<String, String> owners = new HashMap<>();
  private Optional<Map<String, Set<String>>> topLevels = Optional.empty();

  PackageSite(List<InstalledPackage> packages) {
    this.packages = List.copyOf(packages);
  }

  /** Whether the same packages lie there, of the same versions. */
  boolean holds(List<InstalledPackage> others) {
    return metadata(packages).equals(metadata(others));
  }

  private static List<Path> metadata(List<InstalledPackage> packages) {
    return packages.stream().map(InstalledPackage::metadata).toList();
  }

  /**
   * The names of the packages that own the modules.
   *
   * @param modules relative to this folder: {@code numpy}, {@code six.py}, {@code
   *     google/protobuf/message.py}
   */
  synchronized Set<String> owners(Set<String> modules) {
    Set<String> unknown = new HashSet<>(modules);
    unknown.removeAll(owners.keySet());
    unknown.removeIf(this::foundByName);
    if (!unknown.isEmpty()) {
      unknown.removeIf(module -> !module.contains("/") && foundByTopLevel(module));
      findInRecords(unknown);
      unknown.removeIf(this::foundByTopLevel);
      unknown.forEach(module -> owners.put(module, NOBODY));
    }
    return modules.stream()
        .map(owners::get)
        .filter(owner -> !owner.equals(NOBODY))
        .collect(Collectors.toSet());
  }

  private boolean foundByName(String module) {
    String name = InstalledPackages.normalised(topLevel(module));
    boolean found =
        !module.contains("/") && packages.stream().anyMatch(each -> each.name().equals(name));
    if (found) {
      owners.put(module, name);
    }
    return found;
  }

  /** {@code yaml} of {@code yaml/__init__.py}, {@code six} of {@code six.cpython-311.pyc}. */
  static String topLevel(String module) {
    return module.split("[/.]", 2)[0];
  }

  /** What two packages lay claim to, as they do to a namespace, says nothing. */
  private boolean foundByTopLevel(String module) {
    if (topLevels.isEmpty()) {
      topLevels = Optional.of(readTopLevels());
    }
    Set<String> claims = topLevels.get().getOrDefault(topLevel(module), Set.of());
    if (claims.size() == 1) {
      owners.put(module, claims.iterator().next());
    }
    return claims.size() == 1;
  }

  private Map<String, Set<String>> readTopLevels() {
    Map<String, Set<String>> claims = new HashMap<>();
    for (InstalledPackage each : packages) {
      for (String name : text(each.metadata().resolve("top_level.txt")).lines().toList()) {
        claims.computeIfAbsent(name.strip(), none -> new HashSet<>()).add(each.name());
      }
    }
    return claims;
  }

  /** Takes what it finds out of {@code unknown}. */
  private void findInRecords(Set<String> unknown) {
    List<InstalledPackage> likelyFirst = new ArrayList<>();
    for (InstalledPackage each : packages) {
      likelyFirst.add(isLikely(each, unknown) ? 0 : likelyFirst.size(), each);
    }
    for (InstalledPackage each : likelyFirst) {
      if (unknown.isEmpty()) {
        return;
      }
      String record = "\n" + text(each.metadata().resolve("RECORD"));
      unknown.removeIf(
          module -> {
            boolean listed = isListed(module, record);
            if (listed) {
              owners.put(module, each.name());
            }
            return listed;
          });
    }
  }

  /**
   * Looks for the first field of a line of CSV, which is quoted only when there is a comma in it.
   */
  private static boolean isListed(String module, String record) {
    return record.contains("\n" + module + ",")
        || record.contains("\n" + module + "/")
        || (module.contains(",") && record.contains("\n\"" + module + "\","));
  }

  /** As {@code python-dateutil} is for {@code dateutil}. */
  private static boolean isLikely(InstalledPackage each, Set<String> unknown) {
    return unknown.stream()
        .map(module -> InstalledPackages.normalised(topLevel(module)))
        .anyMatch(name -> each.name().contains(name));
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // Being removed, or in another encoding: its module then belongs to nobody that we know.
      return "";
    }
  }
}
