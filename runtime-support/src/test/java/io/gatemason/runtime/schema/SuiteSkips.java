package io.gatemason.runtime.schema;

import java.util.Map;

/** Optional tests that do not apply, with the reason. */
final class SuiteSkips {
  private static final String LEAP =
      "the managed service's library has no leap seconds, and at most 12 digits of a second";
  private static final String HOST =
      "the managed service's library allows _, all of Unicode and a trailing dot in domain names";
  private static final String MAPPED =
      "the managed service's library takes a mapped address for the IPv4 address it stands for";
  private static final String ZONE = "the managed service's library allows a zone";
  private static final String URI =
      "the managed service's library takes what java.net.URI takes: references, any authority";

  static final Map<String, String> DRAFT_4_OPTIONAL = Map.of();

  static final Map<String, String> DRAFT_4_FORMATS =
      Map.ofEntries(
          dateTime("a second fraction of fifteen nines is valid"),
          Map.entry(
              "date-time.json: validation of date-time strings:"
                  + " a numeric offset without minutes is invalid",
              "the managed service's library takes hours alone as an offset"),
          dateTime("a valid date-time with a leap second, UTC"),
          dateTime("a valid date-time with a leap second, with minus offset"),
          host("IDN label separator"),
          host("a host name containing illegal characters"),
          host("contains underscore"),
          host("invalid non-ASCII KELVIN SIGN (U+212A)"),
          host("trailing dot"),
          Map.entry(
              "ipv4.json: validation of IP addresses: an IPv4-mapped IPv6 address is invalid",
              MAPPED),
          Map.entry(
              "ipv6.json: validation of IPv6 addresses: mixed format with leading double colons"
                  + " (ipv4-mapped ipv6 address)",
              MAPPED),
          Map.entry(
              "ipv6.json: validation of IPv6 addresses: zone id is not a part of ipv6 address",
              ZONE),
          uri("an invalid URI though valid URI reference"),
          uri("an invalid protocol-relative URI Reference"),
          uri("an invalid relative URI Reference"),
          uri("leading zero in an embedded IPv4 address is invalid"),
          uri("non-numeric port is invalid"),
          uri("unescaped non US-ASCII characters"));

  static final Map<String, String> DRAFT_2020_12_OPTIONAL = Map.of();

  private SuiteSkips() {}

  private static Map.Entry<String, String> dateTime(String test) {
    return Map.entry("date-time.json: validation of date-time strings: " + test, LEAP);
  }

  private static Map.Entry<String, String> host(String test) {
    return Map.entry("hostname.json: validation of host names: " + test, HOST);
  }

  private static Map.Entry<String, String> uri(String test) {
    return Map.entry("uri.json: validation of URIs: " + test, URI);
  }
}
