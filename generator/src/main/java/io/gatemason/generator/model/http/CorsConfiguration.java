package io.gatemason.generator.model.http;

import io.gatemason.generator.source.Range;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the API answers to other origins.
 *
 * @param range where it stands
 * @param allowOrigins origins, {@code *}, {@code http://*} or {@code https://*}
 * @param allowMethods verbs, or {@code *}
 * @param allowHeaders header names, or {@code *}
 * @param exposeHeaders header names, or {@code *}
 * @param maxAgeSeconds -1 to 86400; empty where the browser decides
 * @param allowCredentials whether browsers may send credentials
 */
public record CorsConfiguration(
    Range range,
    List<String> allowOrigins,
    List<String> allowMethods,
    List<String> allowHeaders,
    List<String> exposeHeaders,
    OptionalInt maxAgeSeconds,
    boolean allowCredentials) {
  public CorsConfiguration {
    allowOrigins = List.copyOf(allowOrigins);
    allowMethods = List.copyOf(allowMethods);
    allowHeaders = List.copyOf(allowHeaders);
    exposeHeaders = List.copyOf(exposeHeaders);
  }
}
