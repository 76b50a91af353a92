package dev.platen.run;

/** Which Platen this is. */
public final class PlatenVersion {
  private PlatenVersion() {}

  /** As the jar says; {@code development} when run from classes. */
  public static String current() {
    String version = PlatenVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
