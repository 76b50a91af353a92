package dev.platen.display;

/**
 * Text that a notebook shows as what it is.
 *
 * @param mimeType such as {@code text/html}
 * @param data the source
 */
public record Shown(String mimeType, String data) {}
