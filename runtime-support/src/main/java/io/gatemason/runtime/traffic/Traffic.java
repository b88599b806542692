package io.gatemason.runtime.traffic;

import io.gatemason.runtime.clock.Ticker;
import io.gatemason.runtime.clock.WallClock;
import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Observer;
import io.gatemason.runtime.log.ExecutionLog.Detail;
import io.gatemason.runtime.log.LogText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The figures of the last minute and the last requests of a service. Exists only while there is a
 * console. Safe for concurrent use. Source: {@code docs/behaviour/console.md}.
 */
public final class Traffic {
  private final Ticker ticker;
  private final WallClock clock;
  private final LogText text;
  private final Detail most;
  private final long began;
  private final RecentRequests recent;
  private final Map<MethodKey, SlidingFigures> figures = new ConcurrentHashMap<>();

  /**
   * Remembers nothing yet.
   *
   * @param requests how many of the last requests are kept, at least 1
   * @param payloads whether their logs show headers and bodies
   */
  public Traffic(Ticker ticker, WallClock clock, LogText text, int requests, boolean payloads) {
    if (requests < 1) {
      throw new IllegalArgumentException(
          "gateway.management.console.requests is at least 1, not " + requests);
    }
    this.ticker = ticker;
    this.clock = clock;
    this.text = text;
    this.most = payloads ? Detail.DATA : Detail.EVENT;
    this.began = clock.epochMillis();
    this.recent = new RecentRequests(requests);
  }

  /** When the service has started, in milliseconds since 1970. */
  public long began() {
    return began;
  }

  /** Watches a stage. */
  public Observer watch(ApiInfo stage) {
    return new TrafficWatch(this, stage);
  }

  /** The figures of all methods that had a request so far. */
  public Map<MethodKey, Figures> figures() {
    Map<MethodKey, Figures> read = new TreeMap<>(Comparator.comparing(MethodKey::toString));
    figures.forEach((key, value) -> read.put(key, value.read()));
    return read;
  }

  /** The kept requests after a number, the oldest first. */
  public List<Served> after(long number) {
    return recent.after(number);
  }

  /** A request, empty if it is not kept. */
  public Optional<Served> find(long number) {
    return recent.find(number);
  }

  SlidingFigures of(MethodKey key) {
    return figures.computeIfAbsent(key, any -> new SlidingFigures(ticker));
  }

  RecentRequests recent() {
    return recent;
  }

  WallClock clock() {
    return clock;
  }

  LogText text() {
    return text;
  }

  Detail most() {
    return most;
  }
}
