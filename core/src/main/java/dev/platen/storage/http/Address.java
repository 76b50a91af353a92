package dev.platen.storage.http;

import dev.platen.fault.Fault;
import dev.platen.fault.FaultKind;
import dev.platen.storage.PlaceText;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Addresses as people write them, with blanks and letters of any language, and with a password. */
final class Address {
  /** What RFC 3986 lets stand, and the percent sign, so that nothing is encoded twice. */
  private static final String PLAIN = "-._~:/?#[]@!$&'()*+,;=%";

  private Address() {}

  /** A request to it; {@code user:password@} becomes a header. */
  static HttpRequest.Builder request(String place) {
    URI uri = uri(place);
    String user = uri.getRawUserInfo();
    if (user == null) {
      return HttpRequest.newBuilder(uri);
    }
    byte[] decoded =
        java.net.URLDecoder.decode(user, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(uri(place.replaceFirst("(?<=://)[^/@?#]*@", "")))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(decoded));
  }

  private static URI uri(String place) {
    try {
      URI uri = new URI(encoded(place, PLAIN));
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below, in the user's words.
    }
    throw Fault.of(FaultKind.STORAGE_MISSING, "that is no address")
        .where(PlaceText.shown(place))
        .mend("write it as https://host/path/notebook.ipynb");
  }

  /** Where an answer sends one: an address, or one seen from the address that was asked. */
  static Optional<URI> resolved(URI asked, String location) {
    try {
      URI uri = asked.resolve(new URI(encoded(location, PLAIN)));
      return location.isEmpty() || uri.getHost() == null ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** One part of a path or query, every reserved letter of it encoded. */
  static String part(String text) {
    return encoded(text, "-._~");
  }

  private static String encoded(String text, String plain) {
    StringBuilder out = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean stands = c < 0x80 && (Character.isLetterOrDigit(c) || plain.indexOf(c) >= 0);
      if (stands) {
        out.append(c);
      } else {
        out.append('%').append(String.format("%02X", (int) c));
      }
    }
    return out.toString();
  }
}
