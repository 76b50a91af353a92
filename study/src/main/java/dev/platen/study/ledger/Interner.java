package dev.platen.study.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one of many equal values: ten thousand runs share their names, their paths and most of
 * their parameters. Safe for any thread.
 */
final class Interner {
  private final Map<Object, Object> values = new ConcurrentHashMap<>();

  /** The value itself, or an equal one that was here before. */
  @SuppressWarnings(
      "unchecked") // Equal values are of one class: all of ours are records and texts.
  <T> T one(T value) {
    Object before = values.putIfAbsent(value, value);
    return before == null ? value : (T) before;
  }
}
