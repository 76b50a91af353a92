package dev.platen.run.provenance;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells which installed packages the modules of a run come from. Remembers what it found: share one
 * among the runs of a study. Safe for any thread.
 */
final class PackageOwners {
  /**
   * What every run loads to be a kernel at all. None of it bears on what a notebook computes, and
   * with it an update of Jupyter would make every run of the past stale. The kernel's own version
   * is recorded in any case.
   */
  private static final Set<String> OF_THE_KERNEL =
      Set.of(
          "asttokens",
          "comm",
          "debugpy",
          "decorator",
          "executing",
          "ipykernel",
          "ipython",
          "ipython-pygments-lexers",
          "jedi",
          "jupyter-client",
          "jupyter-core",
          "matplotlib-inline",
          "nest-asyncio",
          "nest-asyncio2",
          "parso",
          "pexpect",
          "platformdirs",
          "prompt-toolkit",
          "psutil",
          "ptyprocess",
          "pure-eval",
          "pygments",
          "pyzmq",
          "stack-data",
          "tornado",
          "traitlets",
          "wcwidth");

  /** Their modules, as far as they have other names, and what setuptools loads in every Python. */
  private static final Set<String> KERNEL_MODULES =
      Set.of("_distutils_hack", "ipykernel_launcher", "zmq");

  private final Map<Path, PackageSite> sites = new ConcurrentHashMap<>();

  /**
   * Those of the packages that modules belong to, without those of the kernel.
   *
   * @param modules under a folder of packages: the top-level package or file, or for a part of a
   *     namespace package the file itself
   * @return name to version
   */
  SortedMap<String, String> used(Collection<InstalledPackage> installed, List<Path> modules) {
    Map<Path, List<InstalledPackage>> bySite =
        installed.stream()
            .filter(each -> !OF_THE_KERNEL.contains(each.name()))
            .collect(Collectors.groupingBy(InstalledPackage::site));
    SortedMap<String, String> used = new TreeMap<>();
    bySite.forEach(
        (folder, packages) -> {
          Set<String> inside =
              modules.stream()
                  .filter(module -> module.startsWith(folder))
                  .map(module -> folder.relativize(module).toString())
                  .filter(module -> !isOfTheKernel(module))
                  .collect(Collectors.toSet());
          if (!inside.isEmpty()) {
            Set<String> owners = site(folder, packages).owners(inside);
            packages.stream()
                .filter(each -> owners.contains(each.name()))
                .forEach(each -> used.put(each.name(), each.version()));
          }
        });
    return used;
  }

  /** Nobody would own them, and to look for an owner takes time. */
  private static boolean isOfTheKernel(String module) {
    String name = PackageSite.topLevel(module);
    return KERNEL_MODULES.contains(name)
        || OF_THE_KERNEL.contains(InstalledPackages.normalised(name));
  }

  /** A package that was installed, removed or updated meanwhile may own other modules. */
  private PackageSite site(Path folder, List<InstalledPackage> packages) {
    return sites.compute(
        folder,
        (path, known) ->
            known != null && known.holds(packages) ? known : new PackageSite(packages));
  }
}
