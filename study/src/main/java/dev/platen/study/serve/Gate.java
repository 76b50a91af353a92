package dev.platen.study.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may ask for what. Decision 026 has the reasons.
 *
 * @param pageKey stands first in the paths of the page and of all that it asks for
 * @param reportKey stands first in the paths of reports, whose scripts may read their own address
 */
record Gate(String pageKey, String reportKey) {
  private static final int KEY_BYTES = 24;
  private static final int MOST_CHARS = 8192;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  /** A name that leads to this machine, whoever is asked. With it no page of another host comes. */
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

  /** New keys that nobody can guess. */
  static Gate random() {
    SecureRandom random = new SecureRandom();
    return new Gate(key(random), key(random));
  }

  private static String key(SecureRandom random) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Why a request is refused; empty if it may pass. Nothing else was looked at by then. */
  Optional<Answer> refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    String method = exchange.getRequestMethod();
    String host = String.valueOf(headers.getFirst("Host"));
    if (headers.getOrDefault("Host", List.of()).size() != 1 || !isThisMachine(host)) {
      return Optional.of(Answer.words(403, "refused: the request is for another host"));
    }
    if (!METHODS.contains(method)) {
      return Optional.of(Answer.words(405, "refused: only GET, HEAD and POST"));
    }
    List<String> origins = headers.getOrDefault("Origin", List.of());
    boolean isOwn = origins.equals(List.of("http://" + host));
    if (method.equals("POST") ? !isOwn : !origins.isEmpty() && !isOwn) {
      return Optional.of(Answer.words(403, "refused: the request comes from another page"));
    }
    if (isForeign(headers)) {
      return Optional.of(Answer.words(403, "refused: another page wants to embed this one"));
    }
    if (exchange.getRequestURI().toString().length() > MOST_CHARS) {
      return Optional.of(Answer.words(414, "refused: the address is too long"));
    }
    return Optional.empty();
  }

  private static boolean isThisMachine(String host) {
    int colon = host.lastIndexOf(':');
    return HOSTS.contains(colon < 0 ? host : host.substring(0, colon))
        && (colon < 0 || host.substring(colon + 1).matches("\\d{1,5}"));
  }

  /** Newer browsers say who asks. To follow a link is the only thing that another page may do. */
  private static boolean isForeign(Headers headers) {
    String site = headers.getFirst("Sec-Fetch-Site");
    boolean isOwn = site == null || site.equals("same-origin") || site.equals("none");
    boolean isLink =
        "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
            && "document".equals(headers.getFirst("Sec-Fetch-Dest"));
    return !isOwn && !isLink;
  }

  /** The names in a path; empty if there is anything in it that is no name. */
  static Optional<List<String>> names(URI uri) {
    String path = uri.getRawPath();
    if (path == null || !path.startsWith("/")) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    String[] parts = path.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      Optional<String> name = decoded(parts[i]);
      boolean isLastAndEmpty = i == parts.length - 1 && parts[i].isEmpty();
      if (name.isEmpty() || !(isName(name.get()) || isLastAndEmpty)) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return Optional.of(names);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || c < ' ' || c == 127);
  }

  /** Percent signs and UTF-8, strictly. */
  static Optional<String> decoded(String part) {
    ByteBuffer bytes = ByteBuffer.allocate(part.length() * 3);
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c != '%') {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        continue;
      }
      int high = i + 2 < part.length() ? Character.digit(part.charAt(i + 1), 16) : -1;
      int low = i + 2 < part.length() ? Character.digit(part.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.put((byte) (high * 16 + low));
      i += 2;
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(bytes.flip())
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  boolean isPage(String key) {
    return isSame(key, pageKey);
  }

  boolean isReport(String key) {
    return isSame(key, reportKey);
  }

  /** In the same time, however much of it is right. */
  private static boolean isSame(String key, String own) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), own.getBytes(StandardCharsets.UTF_8));
  }
}
