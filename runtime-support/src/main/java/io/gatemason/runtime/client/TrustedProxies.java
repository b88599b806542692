package io.gatemason.runtime.client;

import java.util.List;

/**
 * The proxies before the gateway whose word counts: what they say of a client in X-Forwarded-For,
 * -Proto, -Port and -Host is believed, and nobody else's (docs/behaviour/routing.md#client).
 * Immutable.
 */
public final class TrustedProxies {
  private static final TrustedProxies NONE = new TrustedProxies(List.of());

  private final List<IpRange> ranges;

  private TrustedProxies(List<IpRange> ranges) {
    this.ranges = ranges;
  }

  /** Nobody is trusted. */
  public static TrustedProxies none() {
    return NONE;
  }

  /**
   * The addresses in these ranges are trusted.
   *
   * @param cidrs addresses such as {@code 10.0.0.7}, or ranges such as {@code 10.0.0.0/8} and
   *     {@code fd00::/8}
   * @throws IllegalArgumentException naming the one that is neither
   */
  public static TrustedProxies of(List<String> cidrs) {
    return new TrustedProxies(cidrs.stream().map(String::strip).map(IpRange::of).toList());
  }

  /** Whether the address, an IPv4 or IPv6 literal, is that of a trusted proxy. */
  public boolean trusts(String address) {
    IpRange.Address literal = ranges.isEmpty() ? null : IpRange.Address.of(withoutZone(address));
    return literal != null && ranges.stream().anyMatch(range -> range.contains(literal));
  }

  /** A link-local address may name the interface that it is reached by. */
  private static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
