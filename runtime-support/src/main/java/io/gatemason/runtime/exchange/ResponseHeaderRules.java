package io.gatemason.runtime.exchange;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of response headers that a mapping cannot set as they stand: most are renamed, one is
 * dropped.
 */
final class ResponseHeaderRules {
  private static final String PREFIX = "x-amzn-remapped-";
  private static final Set<String> REMAPPED =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-md5",
          "date",
          "expect",
          "host",
          "max-forwards",
          "proxy-authenticate",
          "server",
          "trailer",
          "upgrade",
          "user-agent",
          "www-authenticate");

  private ResponseHeaderRules() {}

  /** The name under which the client gets the header, or null if it does not get it. */
  static @Nullable String outward(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("transfer-encoding")) {
      return null;
    }
    return REMAPPED.contains(lower) ? PREFIX + lower : name;
  }

  /** The same for a gateway response, which may ask its client for credentials. */
  static @Nullable String outwardOfGateway(String name) {
    return name.equalsIgnoreCase("www-authenticate") ? name : outward(name);
  }
}
