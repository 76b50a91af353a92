package dev.platen.report;

import java.util.Optional;

/**
 * A parameter of the run.
 *
 * @param type as people read it, such as {@code int}, or ""
 * @param defaultValue the template's, written as {@code value} is; empty if it declares none
 */
public record ReportParameter(
    String name, String value, String type, Optional<String> defaultValue) {

  /** Whether the run had another value than the template. */
  public boolean changed() {
    return defaultValue.isPresent() && !defaultValue.get().equals(value);
  }
}
