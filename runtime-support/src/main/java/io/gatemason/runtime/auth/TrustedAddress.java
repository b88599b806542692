package io.gatemason.runtime.auth;

import io.gatemason.runtime.client.IpRange;
import java.net.URI;
import java.util.Locale;

/** Addresses whose answers may be believed: over TLS, or of this machine. */
public final class TrustedAddress {
  private static final IpRange LOOPBACK = IpRange.of("127.0.0.0/8");
  private static final IpRange LOOPBACK_V6 = IpRange.of("::1");

  private TrustedAddress() {}

  /** Whether that is one; names other than {@code localhost} are none without TLS. */
  public static boolean is(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return switch (scheme) {
      case "https" -> !host.isEmpty();
      case "http" -> isLoopback(host);
      default -> false;
    };
  }

  private static boolean isLoopback(String host) {
    String address = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return host.equals("localhost") || LOOPBACK.contains(address) || LOOPBACK_V6.contains(address);
  }
}
