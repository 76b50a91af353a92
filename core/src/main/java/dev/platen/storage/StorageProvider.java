package dev.platen.storage;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * Brings a storage in. Found by {@link java.util.ServiceLoader}, in Platen's own jar and in those
 * that {@code PLATEN_PLUGINS} names, so that what is large stays optional.
 */
public interface StorageProvider {
  /** The schemes it serves, in lower case, without {@code ://}. */
  Set<String> schemes();

  /**
   * The storage itself; whatever is costly waits until the first place is read or written.
   *
   * @param env Platen's environment variables, which hold addresses and credentials
   */
  Storage open(Map<String, String> env, Clock clock);
}
