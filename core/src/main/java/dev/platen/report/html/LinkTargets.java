package dev.platen.report.html;

import java.util.Optional;

/** Where links of others may lead. */
@FunctionalInterface
public interface LinkTargets {

  /** The address to write for one found in a notebook; empty if the link must not be followed. */
  Optional<String> resolve(String href);

  /** Lets through http, https, mailto, fragments and relative addresses, as they are. */
  static LinkTargets harmless() {
    return href -> Optional.of(href).filter(LinkTargets::isHarmless);
  }

  /**
   * Whether following the address runs no script and asks no other host by surprise. Browsers drop
   * blanks and control characters from a scheme, and take a backslash for a slash.
   */
  static boolean isHarmless(String href) {
    StringBuilder seen = new StringBuilder();
    href.chars().filter(c -> c > ' ' && c != 0x7f).forEach(c -> seen.append((char) c));
    if (seen.length() > 1 && isSlash(seen.charAt(0)) && isSlash(seen.charAt(1))) {
      return false;
    }
    for (int i = 0; i < seen.length(); i++) {
      char c = seen.charAt(i);
      if (c == ':') {
        String scheme = seen.substring(0, i);
        return scheme.equalsIgnoreCase("http")
            || scheme.equalsIgnoreCase("https")
            || scheme.equalsIgnoreCase("mailto");
      }
      if (isSlash(c) || c == '?' || c == '#') {
        return true;
      }
    }
    return true;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }
}
