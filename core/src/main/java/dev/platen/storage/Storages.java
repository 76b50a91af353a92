package dev.platen.storage;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The storages that there are, by scheme. Nothing is looked for before a place with one comes. */
public final class Storages {
  /**
   * Jars with more providers, separated as in a class path; those that aren't there don't count.
   */
  public static final String PLUGINS = "PLATEN_PLUGINS";

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");

  private static final Map<String, String> MENDS =
      Map.of(
          "s3", "build the module with 'scripts/setup --s3', which fetches Amazon's library",
          "s3n", "build the module with 'scripts/setup --s3', which fetches Amazon's library",
          "adl",
              "that service was switched off in 2024; copy the data to Blob Storage and use abs://");

  private final Map<String, String> env;
  private final Clock clock;
  private final Map<String, Storage> opened = new HashMap<>();

  /**
   * Those of an environment.
   *
   * @param env Platen's environment variables
   */
  public Storages(Map<String, String> env, Clock clock) {
    this.env = Map.copyOf(env);
    this.clock = clock;
  }

  /** The scheme of a place, in lower case; empty for a file. */
  public static Optional<String> scheme(String place) {
    Matcher matcher = SCHEME.matcher(place);
    return matcher.matches()
        ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /**
   * The storage of a place.
   *
   * @param place with a scheme
   * @throws Fault {@code STORAGE_MISSING} if there is none for it
   */
  public synchronized Storage of(String place) {
    String scheme = scheme(place).orElse("");
    if (opened.isEmpty()) {
      open();
    }
    Storage storage = opened.get(scheme);
    if (storage == null) {
      throw Fault.of(FaultKind.STORAGE_MISSING, "no storage for " + scheme + "://")
          .where(PlaceText.shown(place))
          .found("storages for " + String.join(", ", new TreeSet<>(opened.keySet())))
          .mend(
              MENDS.getOrDefault(
                  scheme, "fetch the file first, or copy it there afterwards; check the spelling"));
    }
    return storage;
  }

  private void open() {
    for (StorageProvider provider : ServiceLoader.load(StorageProvider.class, loader())) {
      Storage storage = provider.open(env, clock);
      provider.schemes().forEach(scheme -> opened.put(scheme, storage));
    }
  }

  /** Never closed: a storage loads its classes as it needs them. */
  private ClassLoader loader() {
    ClassLoader own = Storages.class.getClassLoader();
    List<URL> jars = new ArrayList<>();
    for (String jar : env.getOrDefault(PLUGINS, "").split(File.pathSeparator, -1)) {
      if (!jar.isEmpty() && Files.isRegularFile(Path.of(jar))) {
        jars.add(url(Path.of(jar)));
      }
    }
    return jars.isEmpty() ? own : new URLClassLoader(jars.toArray(new URL[0]), own);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
