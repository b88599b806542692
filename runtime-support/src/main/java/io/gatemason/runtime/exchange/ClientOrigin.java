package io.gatemason.runtime.exchange;

import io.gatemason.runtime.client.ClientRequest;
import io.gatemason.runtime.client.HostName;
import io.gatemason.runtime.client.IpRange;
import io.gatemason.runtime.client.RequestFields;
import io.gatemason.runtime.client.TrustedProxies;
import io.gatemason.runtime.payload.FieldText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from: what the connection says, and behind a trusted proxy what that says.
 * Authorizers, policies, limits, domains and logs ask this, never the headers. Immutable.
 *
 * @param trusted whether the peer of the connection is a trusted proxy
 * @param peer the address of the peer of the connection
 * @param sourceIp the client's address: that of the peer, or of the last one before the trusted
 *     proxies
 * @param protocol http or https
 * @param port the port that the client connected to
 * @param host the host that the client asked a trusted proxy for, if the proxy tells another than
 *     Host
 */
public record ClientOrigin(
    boolean trusted,
    String peer,
    String sourceIp,
    String protocol,
    int port,
    Optional<String> host) {
  private static final String FOR = "X-Forwarded-For";
  private static final String PORT = "X-Forwarded-Port";
  private static final String PROTO = "X-Forwarded-Proto";
  private static final String HOST = "X-Forwarded-Host";

  /** The headers that the gateway adds to a request. */
  public static final List<String> HEADERS = List.of("X-Amzn-Trace-Id", FOR, PORT, PROTO);

  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern HOSTS = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

  /**
   * Judges a request.
   *
   * @param peer address of the TCP peer
   * @param secure whether the connection to this process uses TLS
   * @param localPort the port of this process
   */
  static ClientOrigin of(
      TrustedProxies proxies, String peer, boolean secure, int localPort, RequestFields fields) {
    String protocol = secure ? "https" : "http";
    if (!proxies.trusts(peer)) {
      return new ClientOrigin(false, peer, peer, protocol, localPort, Optional.empty());
    }
    Optional<String> told =
        last(fields, PROTO).filter(value -> value.equals("http") || value.equals("https"));
    int usual = told.map(value -> value.equals("https") ? 443 : 80).orElse(localPort);
    return new ClientOrigin(
        true,
        peer,
        source(proxies, peer, fields),
        told.orElse(protocol),
        last(fields, PORT).filter(DIGITS.asMatchPredicate()).map(Integer::parseInt).orElse(usual),
        host(fields));
  }

  /**
   * The host that a client asked for, in lower case and without a port: what a trusted proxy says,
   * else what the request names.
   */
  public static String host(TrustedProxies proxies, ClientRequest request) {
    return told(proxies, request)
        .map(HostName::of)
        .orElseGet(() -> HostName.of(request.authority()));
  }

  /** Whether a request is encrypted on its way to this process, or to a trusted proxy. */
  public static boolean encrypted(TrustedProxies proxies, ClientRequest request) {
    return request.secure()
        || (proxies.trusts(request.clientAddress())
            && last(request.fields(), PROTO).filter("https"::equals).isPresent());
  }

  private static Optional<String> told(TrustedProxies proxies, ClientRequest request) {
    return proxies.trusts(request.clientAddress()) ? host(request.fields()) : Optional.empty();
  }

  private static Optional<String> host(RequestFields fields) {
    return last(fields, HOST).filter(HOSTS.asMatchPredicate());
  }

  /** Proxies append the address that they see, so the chain is believed from its end. */
  private static String source(TrustedProxies proxies, String peer, RequestFields fields) {
    if (!fields.has(FOR)) {
      return peer;
    }
    String chain = String.join(",", fields.all(FOR));
    String source = peer;
    for (String entry : List.of(chain.split(",", -1)).reversed()) {
      String address = address(entry.strip());
      if (IpRange.Address.of(address) == null) {
        return source;
      }
      source = address;
      if (!proxies.trusts(address)) {
        return source;
      }
    }
    return source;
  }

  /** Without the port that some proxies add. */
  private static String address(String entry) {
    if (entry.startsWith("[")) {
      int end = entry.indexOf(']');
      return end < 0 ? entry : entry.substring(1, end);
    }
    int colon = entry.indexOf(':');
    return colon >= 0 && colon == entry.lastIndexOf(':') ? entry.substring(0, colon) : entry;
  }

  /** What the nearest proxy says. */
  private static Optional<String> last(RequestFields fields, String name) {
    List<String> all = fields.all(name);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String values = all.getLast();
    return Optional.of(values.substring(values.lastIndexOf(',') + 1).strip());
  }

  /**
   * What the gateway itself says in a header of a request, whatever the client says there: one of
   * {@link #HEADERS}, in any case. Null for all others.
   */
  public static @Nullable String header(Exchange exchange, String name) {
    if (!name.startsWith("X") && !name.startsWith("x")) {
      return null; // Most names: asked for each header that is read.
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "x-amzn-trace-id" -> exchange.head().traceId();
      case "x-forwarded-for" -> forwardedFor(exchange);
      case "x-forwarded-port" -> Integer.toString(exchange.origin().port());
      case "x-forwarded-proto" -> exchange.origin().protocol();
      default -> null;
    };
  }

  /** The value of X-Forwarded-For: the chain that came, and the peer of the connection. */
  public static String forwardedFor(Exchange exchange) {
    List<String> chain = exchange.head().inAnyCase(FOR);
    String peer = exchange.origin().peer();
    return chain.isEmpty() ? peer : FieldText.read(String.join(",", chain)) + ", " + peer;
  }

  /**
   * Which headers of a client may not reach whoever is behind the gateway, because they would pass
   * for the gateway's own word or are about the connection only (RFC 9110 §7.6.1,
   * docs/behaviour/integrations.md#forwarded).
   */
  public static final class HeaderFilter {
    private static final String PREFIX = "x-forwarded-";

    private final boolean trusted;
    private final Set<String> nominated;

    private HeaderFilter(boolean trusted, Set<String> nominated) {
      this.trusted = trusted;
      this.nominated = nominated;
    }

    /** Those of a request. */
    public static HeaderFilter of(Exchange exchange) {
      return new HeaderFilter(exchange.origin().trusted(), nominated(exchange.head().fields()));
    }

    /** The headers that Connection names. */
    private static Set<String> nominated(RequestFields fields) {
      if (!fields.has("Connection")) {
        return Set.of();
      }
      Set<String> names = new TreeSet<>();
      for (String value : fields.all("Connection")) {
        for (String name : value.split(",", -1)) {
          names.add(name.strip().toLowerCase(Locale.ROOT));
        }
      }
      return names;
    }

    /** Whether the header, its name in lower case, goes no further. */
    public boolean stop(String lowerName) {
      return switch (lowerName) {
        case "proxy-authorization", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto" ->
            true;
        case "forwarded", "x-real-ip" -> !trusted;
        default -> nominated.contains(lowerName) || (lowerName.startsWith(PREFIX) && !trusted);
      };
    }
  }
}
