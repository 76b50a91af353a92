package dev.platen.storage.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that {@code http_proxy}, {@code https_proxy} and {@code no_proxy} name, in small or
 * capital letters, as other command line programs take them; without them Java's own settings.
 */
final class EnvironmentProxies extends ProxySelector {
  private final Map<String, String> env;
  private final Optional<ProxySelector> others = Optional.ofNullable(ProxySelector.getDefault());

  EnvironmentProxies(Map<String, String> env) {
    this.env = env;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String named = variable(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy");
    if (!named.isEmpty() && !isExcepted(host)) {
      URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
      int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
      return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port)));
    }
    return others.map(it -> it.select(uri)).orElse(List.of(Proxy.NO_PROXY));
  }

  private boolean isExcepted(String host) {
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    for (String each : variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
      String domain = each.startsWith(".") ? each.substring(1) : each;
      if (domain.equals("*")
          || (!domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain)))) {
        return true;
      }
    }
    return false;
  }

  private String variable(String name) {
    return env.getOrDefault(name, env.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // The request itself fails, and says so.
  }
}
