package io.gatemason.runtime.waf;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.digest.Sha256;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Matches the requests that are too many of their kind: in the last seconds, of those that agree in
 * all its keys. Counters are this process's own. Safe for concurrent use
 * (docs/behaviour/web-acls.md#rate-based).
 */
public final class RateLimit implements Condition {
  private static final int MOST_KINDS = 10_000;
  private static final int LONGEST_NAME = 128;

  private final long limit;
  private final long slotNanos;
  private final Ticker ticker;
  private final List<Key> keys;
  private final @Nullable Condition scope;
  private final Map<String, Window> windows =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MOST_KINDS;
        }
      };

  private RateLimit(
      long limit, long slotNanos, Ticker ticker, List<Key> keys, @Nullable Condition scope) {
    this.limit = limit;
    this.slotNanos = slotNanos;
    this.ticker = ticker;
    this.keys = keys;
    this.scope = scope;
  }

  /** What requests are told apart by. */
  private interface Key {
    /** Adds what the request has for it, or says what else holds. */
    Part add(Inspection request, StringBuilder kind);
  }

  private enum Part {
    FOUND,
    /** The request is not counted and does not match. */
    MISSING,
    /** The request matches, whatever its number. */
    MATCHES
  }

  /** A limit of requests in so many seconds. */
  public static RateLimit of(long limit, int seconds) {
    return of(limit, seconds, Ticker.system());
  }

  static RateLimit of(long limit, int seconds, Ticker ticker) {
    long slot = TimeUnit.SECONDS.toNanos(seconds) / Window.SLOTS;
    return new RateLimit(limit, slot, ticker, List.of(), null);
  }

  /** The limit, of requests that match only. */
  public RateLimit within(Condition condition) {
    return new RateLimit(limit, slotNanos, ticker, keys, condition);
  }

  /** The limit for each address that requests come from. */
  public RateLimit byAddress() {
    return by((request, kind) -> part(List.of(request.sourceIp()), kind));
  }

  /** The limit for each first address of a header. */
  public RateLimit byForwarded(String header, Fallback malformed) {
    return by(
        (request, kind) -> {
          Addresses addresses = request.forwarded(header, Addresses.Position.FIRST, malformed);
          if (addresses.unreadable()) {
            return addresses.otherwise() ? Part.MATCHES : Part.MISSING;
          }
          return part(List.of(addresses.first()), kind);
        });
  }

  /** The limit for each text of a field. */
  public RateLimit by(Function<Inspection, Field> field) {
    return by((request, kind) -> part(field.apply(request).characters(), kind));
  }

  /** The limit for each label of a namespace. */
  public RateLimit byLabels(String namespace) {
    return by((request, kind) -> part(request.labelsIn(namespace), kind));
  }

  private RateLimit by(Key key) {
    List<Key> more = new ArrayList<>(keys);
    more.add(key);
    return new RateLimit(limit, slotNanos, ticker, more, scope);
  }

  private static Part part(List<String> texts, StringBuilder kind) {
    if (texts.isEmpty()) {
      return Part.MISSING;
    }
    kind.append(texts.size()).append(';');
    texts.forEach(text -> kind.append(text.length()).append(':').append(text));
    return Part.FOUND;
  }

  @Override
  public boolean matches(Inspection request) {
    if (scope != null && !scope.matches(request)) {
      return false;
    }
    StringBuilder kind = new StringBuilder();
    for (Key key : keys) {
      Part part = key.add(request, kind);
      if (part != Part.FOUND) {
        return part == Part.MATCHES;
      }
    }
    String name = kind.toString();
    return count(name.length() > LONGEST_NAME ? Sha256.base64(name) : name) > limit;
  }

  private long count(String kind) {
    Window window;
    synchronized (windows) {
      window = windows.computeIfAbsent(kind, each -> new Window());
    }
    return window.count(Math.floorDiv(ticker.nanos(), slotNanos));
  }
}
