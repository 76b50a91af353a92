package dev.platen.report.math;

/**
 * The formula can't be shown: what stopped it, in a few words. Never leaves the package, as the
 * mend is always the same, that the page shows the source.
 */
final class TexException extends RuntimeException {
  TexException(String message) {
    super(message, null, false, false);
  }
}
