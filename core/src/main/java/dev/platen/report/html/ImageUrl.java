package dev.platen.report.html;

/**
 * An image as a data URL: base64 of a type that {@link ImageData} knows, so that nothing in it
 * needs an escape.
 */
public final class ImageUrl {
  private final String mimeType;
  private final String base64;

  /** Whoever makes one has looked at every character. */
  ImageUrl(String mimeType, String base64) {
    this.mimeType = mimeType;
    this.base64 = base64;
  }

  String mimeType() {
    return mimeType;
  }

  String base64() {
    return base64;
  }

  /** The URL. */
  @Override
  public String toString() {
    return "data:" + mimeType + ";base64," + base64;
  }
}
