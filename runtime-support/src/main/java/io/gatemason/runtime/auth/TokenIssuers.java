package io.gatemason.runtime.auth;

import io.gatemason.runtime.auth.token.DocumentFetch;
import io.gatemason.runtime.auth.token.JwtIssuer;
import io.gatemason.runtime.auth.token.UserPools;
import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who issues the tokens that callers show. All authorizers that name the same issuers share them,
 * and so their keys and the tokens that were proven. Safe for concurrent use.
 */
final class TokenIssuers {
  private static final System.Logger LOG = System.getLogger(TokenIssuers.class.getName());

  private final AuthOptions options;
  private final DocumentFetch documents;
  private final WallClock clock;
  private final Ticker ticker;
  private final Map<List<String>, JwtIssuer> issuers = new ConcurrentHashMap<>();
  private final Map<List<String>, UserPools> pools = new ConcurrentHashMap<>();

  /** Nobody is asked yet. */
  TokenIssuers(AuthOptions options, DocumentFetch documents, WallClock clock, Ticker ticker) {
    this.options = options;
    this.documents = documents;
    this.clock = clock;
    this.ticker = ticker;
  }

  /** The user pools with these ARNs. */
  UserPools userPools(List<String> arns) {
    return pools.computeIfAbsent(arns, this::openPools);
  }

  /** The issuer of that name, whose tokens are for these audiences. */
  JwtIssuer issuer(String name, List<String> audiences) {
    List<String> key = new ArrayList<>(audiences);
    key.addFirst(name);
    return issuers.computeIfAbsent(key, any -> openIssuer(name, audiences));
  }

  private JwtIssuer openIssuer(String name, List<String> audiences) {
    String pool = UserPools.pool(name);
    String endpoint = pool.isEmpty() ? "" : endpointOf(List.of(name));
    if (endpoint.isEmpty()) {
      return JwtIssuer.of(name, audiences, this::trusted, clock, ticker, options.clockSkew());
    }
    return JwtIssuer.ofUserPool(
        name,
        UserPools.address(endpoint, pool),
        audiences,
        documents,
        clock,
        ticker,
        options.clockSkew());
  }

  private UserPools openPools(List<String> arns) {
    return UserPools.of(arns, endpointOf(arns), documents, clock, ticker, options.clockSkew());
  }

  /** Where these user pools are reached instead of their public host, "" if nowhere. */
  private String endpointOf(List<String> pools) {
    String endpoint = options.userPoolEndpoint().get();
    if (endpoint.startsWith("http:")) {
      LOG.log(
          System.Logger.Level.WARNING,
          "keys of the user pools {0} are read from {1}, without TLS",
          String.join(", ", pools),
          endpoint);
    }
    return endpoint;
  }

  private byte[] trusted(String url, int maximumBytes, int timeoutMillis) throws IOException {
    if (!TrustedAddress.is(url)) {
      throw new IOException(url + " is neither https nor of this machine");
    }
    return documents.get(url, maximumBytes, timeoutMillis);
  }
}
