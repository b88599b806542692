package io.gatemason.runtime.transport;

import io.gatemason.runtime.clock.Ticker;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The targets of one VPC link, used in turn. A target that could not be reached or broke off is
 * left out for a while, unless all are; then it gets the next chance like the others. Safe for
 * concurrent use.
 */
public final class VpcLink {
  /** How long a target that failed is left out. */
  public static final long BACK_OFF_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final List<Target> targets;
  private final AtomicInteger turn = new AtomicInteger();

  /** The targets at the base URLs, which may have a path to be put before that of requests. */
  public VpcLink(List<String> baseUrls, Ticker ticker) {
    List<Target> made = new ArrayList<>();
    for (String baseUrl : baseUrls) {
      made.add(new Target(baseUrl, ticker));
    }
    this.targets = List.copyOf(made);
  }

  public int size() {
    return targets.size();
  }

  /** The target whose turn it is. */
  public Target next() {
    int first = turn.getAndUpdate(n -> n + 1 == targets.size() ? 0 : n + 1);
    for (int i = 0; i < targets.size(); i++) {
      int index = (first + i) % targets.size();
      Target candidate = targets.get(index);
      if (!candidate.leftOut()) {
        if (i > 0) {
          turn.set((index + 1) % targets.size());
        }
        return candidate;
      }
    }
    return targets.get(first);
  }

  /** One address behind the link. */
  public static final class Target {
    private final HttpEndpoint endpoint;
    private final String pathPrefix;
    private final Ticker ticker;
    private volatile boolean failed;
    private volatile long failedAt;

    private Target(String baseUrl, Ticker ticker) {
      URI uri = URI.create(baseUrl);
      this.endpoint = HttpEndpoint.of(uri.getScheme() + "://" + uri.getRawAuthority());
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      this.pathPrefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      this.ticker = ticker;
    }

    /** This target's address for a request whose certificate name and trust are {@code named}'s. */
    public BackendAddress address(HttpEndpoint named) {
      BackendAddress own = endpoint.address();
      return new BackendAddress(
          own.tls() || (named.listener() != null && named.address().tls()),
          own.host(),
          own.port(),
          named.isNamedByTarget() ? own.host() : named.host(),
          named.anyIssuer());
    }

    /** The Host header of requests that have none of their own. */
    public String authority() {
      return endpoint.authority();
    }

    public String pathPrefix() {
      return pathPrefix;
    }

    public void answered() {
      failed = false;
    }

    public void failed() {
      failedAt = ticker.nanos();
      failed = true;
    }

    private boolean leftOut() {
      return failed && ticker.nanos() - failedAt < BACK_OFF_NANOS;
    }
  }
}
