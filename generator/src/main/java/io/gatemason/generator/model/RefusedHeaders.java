package io.gatemason.generator.model;

import java.util.Locale;
import java.util.Set;

/**
 * Headers that no request mapping may set: the service answers 500 to the requests whose header
 * they would set (docs/behaviour/integrations.md#refused-headers).
 */
public final class RefusedHeaders {
  private static final Set<String> ALWAYS = Set.of("content-length", "transfer-encoding");
  private static final Set<String> BY_AWS =
      Set.of(
          "authorization",
          "connection",
          "expect",
          "proxy-authenticate",
          "te",
          "x-amzn-apigateway-api-id",
          "x-amzn-trace-id");

  private RefusedHeaders() {}

  /** Whether a function or another AWS service may not be sent a mapped header of that name. */
  public static boolean byAws(String name) {
    return byHttp(name) || BY_AWS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether an HTTP backend may not be sent a mapped header of that name. */
  public static boolean byHttp(String name) {
    return ALWAYS.contains(name.toLowerCase(Locale.ROOT));
  }
}
