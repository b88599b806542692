package io.gatemason.runtime.stage;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an HTTP API answers to other origins (docs/behaviour/http-api.md#cors). Immutable.
 *
 * <p>Backends have no say in it: their own headers of this kind are dropped by whoever sends their
 * answers.
 */
public final class Cors {
  private static final String PREFIX = "access-control-";
  private static final String ANY = "*";

  /** Any origin of a scheme, and any at all; there are no other patterns. */
  private static final Set<String> WILD = Set.of(ANY, "http://*", "https://*");

  private final List<String> allowOrigins;
  private final String allowMethods;
  private final String allowHeaders;
  private final String exposeHeaders;
  private final @Nullable String maxAge;
  private final boolean allowCredentials;

  private Cors(
      List<String> allowOrigins,
      String allowMethods,
      String allowHeaders,
      String exposeHeaders,
      @Nullable String maxAge,
      boolean allowCredentials) {
    this.allowOrigins = allowOrigins;
    this.allowMethods = allowMethods;
    this.allowHeaders = allowHeaders;
    this.exposeHeaders = exposeHeaders;
    this.maxAge = maxAge;
    this.allowCredentials = allowCredentials;
  }

  /**
   * These origins may call: as browsers write them, {@code *}, {@code http://*}, {@code https://*}.
   */
  public static Cors allowOrigins(String... origins) {
    return new Cors(List.of(origins), "", "", "", null, false);
  }

  /** The same with the verbs that a preflight is told, joined by commas; {@code *} for all. */
  public Cors allowMethods(String methods) {
    return new Cors(allowOrigins, methods, allowHeaders, exposeHeaders, maxAge, allowCredentials);
  }

  /** The same with the headers that a preflight is told, joined by commas; {@code *} for all. */
  public Cors allowHeaders(String headers) {
    return new Cors(allowOrigins, allowMethods, headers, exposeHeaders, maxAge, allowCredentials);
  }

  /** The same with the headers that scripts may read, joined by commas; {@code *} for all. */
  public Cors exposeHeaders(String headers) {
    return new Cors(allowOrigins, allowMethods, allowHeaders, headers, maxAge, allowCredentials);
  }

  /** The same with the seconds for which browsers may keep the answer to a preflight. */
  public Cors maxAge(int seconds) {
    return new Cors(
        allowOrigins,
        allowMethods,
        allowHeaders,
        exposeHeaders,
        Integer.toString(seconds),
        allowCredentials);
  }

  /** The same for requests with credentials. */
  public Cors allowCredentials() {
    return new Cors(allowOrigins, allowMethods, allowHeaders, exposeHeaders, maxAge, true);
  }

  /** Whether a header of a backend is for the gateway alone to send. */
  public static boolean owns(String headerName) {
    return headerName.toLowerCase(Locale.ROOT).startsWith(PREFIX);
  }

  /**
   * The headers of the answer to a preflight: none where the origin may not call.
   *
   * @param origin the header Origin
   */
  public void preflight(String origin, BiConsumer<String, String> headers) {
    if (addOrigin(origin, headers)) {
      add(headers, "access-control-allow-methods", allowMethods);
      add(headers, "access-control-allow-headers", allowHeaders);
      add(headers, "access-control-expose-headers", exposeHeaders);
      if (maxAge != null) {
        headers.accept("access-control-max-age", maxAge);
      }
    }
  }

  /**
   * The headers of the answer to any other request: none where the origin may not call.
   *
   * @param origin the header Origin, null without
   */
  public void answer(@Nullable String origin, BiConsumer<String, String> headers) {
    if (origin != null && addOrigin(origin, headers)) {
      add(headers, "access-control-expose-headers", exposeHeaders);
    }
  }

  private boolean addOrigin(String origin, BiConsumer<String, String> headers) {
    boolean any = allowOrigins.contains(ANY) && !allowCredentials;
    if (!any && !allows(origin)) {
      return false;
    }
    headers.accept("access-control-allow-origin", any ? ANY : origin);
    if (!any) {
      headers.accept("vary", "Origin");
    }
    if (allowCredentials) {
      headers.accept("access-control-allow-credentials", "true");
    }
    return true;
  }

  private boolean allows(String origin) {
    for (String allowed : allowOrigins) {
      boolean wild = WILD.contains(allowed);
      if (wild
          ? origin.startsWith(allowed.substring(0, allowed.length() - 1))
          : origin.equals(allowed)) {
        return true;
      }
    }
    return false;
  }

  private static void add(BiConsumer<String, String> headers, String name, String value) {
    if (!value.isEmpty()) {
      headers.accept(name, value);
    }
  }
}
