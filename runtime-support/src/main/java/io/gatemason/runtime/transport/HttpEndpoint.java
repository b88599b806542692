package io.gatemason.runtime.transport;

import io.gatemason.runtime.exchange.Limits;
import io.gatemason.runtime.failure.GatewayFailure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host part of an integration URI and how to call it. Immutable and safe for concurrent use;
 * made once, as a constant or when the service starts, unless the host is known only at request
 * time.
 */
public final class HttpEndpoint {
  private static final int DEFAULT_TIMEOUT_MILLIS =
      Math.toIntExact(Limits.INTEGRATION_TIME.toMillis());

  private final boolean tls;
  private final String host;
  private final int port;
  private final String authority;
  private final int timeoutMillis;
  private final boolean anyIssuer;
  private final @Nullable String vpcLink;
  private final @Nullable String listener;
  private final BackendAddress address;

  private HttpEndpoint(
      boolean tls,
      String host,
      int port,
      String authority,
      int timeoutMillis,
      boolean anyIssuer,
      @Nullable String vpcLink,
      @Nullable String listener) {
    this.tls = tls;
    this.host = host;
    this.port = port;
    this.authority = authority;
    this.timeoutMillis = timeoutMillis;
    this.anyIssuer = anyIssuer;
    this.vpcLink = vpcLink;
    this.listener = listener;
    this.address = new BackendAddress(tls, host, port, host, anyIssuer);
  }

  /**
   * The endpoint {@code scheme://host[:port]} with the scheme http or https, in either case. The
   * time limit is 29000 ms.
   *
   * @throws IllegalArgumentException if {@code base} is anything else
   */
  public static HttpEndpoint of(String base) {
    HttpEndpoint endpoint = read(base);
    if (endpoint == null) {
      throw new IllegalArgumentException("not scheme://host[:port]: " + base);
    }
    return endpoint;
  }

  /**
   * As {@link #of}, for a base that is put together when the service starts or later. A malformed
   * one, such as that of a missing stage variable, is a configuration error of the API: it fails
   * the requests that it is meant for, see {@link #requireAddress}.
   */
  public static HttpEndpoint parse(String base) {
    HttpEndpoint endpoint = read(base);
    return endpoint == null
        ? new HttpEndpoint(false, "", 0, "", DEFAULT_TIMEOUT_MILLIS, false, null, null)
        : endpoint;
  }

  /**
   * Does nothing if the endpoint has an address.
   *
   * @throws GatewayFailure API_CONFIGURATION_ERROR if its base was malformed
   */
  public void requireAddress() {
    if (host.isEmpty()) {
      throw GatewayFailure.configurationError("Invalid endpoint address");
    }
  }

  private static @Nullable HttpEndpoint read(String base) {
    String scheme = base.substring(0, Math.min(8, base.length())).toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https://");
    if (!tls && !scheme.startsWith("http://")) {
      return null;
    }
    String authority = base.substring(tls ? 8 : 7);
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    int port = hasPort ? port(authority.substring(colon + 1)) : tls ? 443 : 80;
    if (port < 0 || !isHost(host)) {
      return null;
    }
    return new HttpEndpoint(tls, host, port, authority, DEFAULT_TIMEOUT_MILLIS, false, null, null);
  }

  private static int port(String digits) {
    if (digits.isEmpty()
        || digits.length() > 5
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int port = Integer.parseInt(digits);
    return port >= 1 && port <= 65_535 ? port : -1;
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      String address = host.substring(1, host.length() - 1);
      return address.contains(":")
          && address.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0);
    }
    return !host.isEmpty()
        && host.length() <= 253
        && !host.startsWith(".")
        && !host.contains("..")
        && host.chars().allMatch(HttpEndpoint::isHostCharacter);
  }

  private static boolean isHostCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  /**
   * Another limit in milliseconds on the time that is spent waiting for the backend, from the
   * connection to the last byte of its answer. At least 1.
   */
  public HttpEndpoint withTimeoutMillis(int millis) {
    if (millis < 1) {
      throw new IllegalArgumentException("timeout of " + millis + " ms");
    }
    return new HttpEndpoint(tls, host, port, authority, millis, anyIssuer, vpcLink, listener);
  }

  /**
   * Accepts a certificate whoever issued it. Its dates, its host name and that a certificate
   * authority signed it are still checked (tlsConfig.insecureSkipVerification,
   * docs/behaviour/import.md#integrations).
   */
  public HttpEndpoint withInsecureSkipVerification() {
    return new HttpEndpoint(tls, host, port, authority, timeoutMillis, true, vpcLink, listener);
  }

  /**
   * Sends requests to the targets of a VPC link, which runtime settings name; the endpoint's own
   * host is only the Host header and the name in the backend's certificate
   * (docs/behaviour/integrations.md#vpc-links).
   */
  public HttpEndpoint withVpcLink(String connectionId) {
    return new HttpEndpoint(
        tls, host, port, authority, timeoutMillis, anyIssuer, connectionId, listener);
  }

  /**
   * Names what of the VPC link gets the requests: a listener of a load balancer or a service of
   * Cloud Map, for which runtime settings may name targets of its own. The connection is over TLS
   * if this endpoint or the target says so; the name in the certificate is this endpoint's if it
   * says https, else the target's.
   */
  public HttpEndpoint withListener(String arn) {
    return new HttpEndpoint(tls, host, port, authority, timeoutMillis, anyIssuer, vpcLink, arn);
  }

  /** The host, without the port. */
  public String host() {
    return host;
  }

  /** Scheme, host and port. */
  public String url() {
    return (tls ? "https://" : "http://") + authority;
  }

  /** The Host header. */
  public String authority() {
    return authority;
  }

  public int timeoutMillis() {
    return timeoutMillis;
  }

  boolean anyIssuer() {
    return anyIssuer;
  }

  public @Nullable String vpcLink() {
    return vpcLink;
  }

  public @Nullable String listener() {
    return listener;
  }

  /** Whether it says nothing of the target but how to reach it. */
  public boolean isNamedByTarget() {
    return listener != null && !tls;
  }

  public BackendAddress address() {
    return address;
  }
}
