package dev.platen.storage;

import java.util.regex.Pattern;

/** The name of a place as people, logs and notebooks may see it: without what opens it. */
public final class PlaceText {
  private static final Pattern PASSWORD = Pattern.compile("(?<=://)([^/@:?#]*):[^/@?#]*@");
  private static final Pattern KEY =
      Pattern.compile(
          "(?i)([?&](?:[^=&#]*(?:sig|signature|token|key|secret|password|credential)))=[^&#]*");

  /** Alone it may be a token, as GitHub takes it. */
  private static final Pattern USER = Pattern.compile("(?i)^(https?://)[^/@:?#]+@");

  private PlaceText() {}

  /** The same, with {@code ****} for a password, a signature, a token. */
  public static String shown(String place) {
    if (Storages.scheme(place).isEmpty()) {
      return place;
    }
    String open = PASSWORD.matcher(place).replaceFirst("$1:****@");
    open = USER.matcher(open).replaceFirst("$1****@");
    return KEY.matcher(open).replaceAll("$1=****");
  }

  /** The same, without a password, a signature, a token, and whose they are: still an address. */
  public static String bare(String place) {
    if (shown(place).equals(place)) {
      return place;
    }
    String bare = USER.matcher(PASSWORD.matcher(place).replaceFirst("")).replaceFirst("$1");
    return KEY.matcher(bare)
        .replaceAll(found -> found.group(1).startsWith("?") ? "?" : "")
        .replaceFirst("\\?&+", "?")
        .replaceFirst("\\?(?=#|$)", "");
  }

  /** The last part of the path, without a query; "notebook.ipynb" when there is none. */
  public static String fileName(String place) {
    String path = place.replaceFirst("[?#].*", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? "notebook.ipynb" : name;
  }
}
