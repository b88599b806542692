package io.gatemason.runtime.server.http2;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams that are not over yet: each side ends its own half, or one of them both (RFC 9113
 * §5.1). There are never more of them than the client knows of. Safe for concurrent use.
 */
final class OpenStreams {
  private static final int NEITHER = 0;
  private static final int CLIENT = 1;
  private static final int GATEWAY = 2;

  /** Who has ended them. */
  private final Map<Integer, Integer> ended = new ConcurrentHashMap<>();

  /** Those that were too many. */
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();

  private final int most;
  private volatile int last;

  /**
   * @param most how many the client was told that there may be
   */
  OpenStreams(int most) {
    this.most = most;
  }

  /** A request begins, by the thread that reads the connection. */
  void begin(int stream) {
    last = stream;
    if (ended.size() >= most) {
      refused.add(stream);
    }
    ended.put(stream, NEITHER);
  }

  /** Whether there were not too many when the stream began; asked once. */
  boolean admits(int stream) {
    return refused.isEmpty() || !refused.remove(stream);
  }

  /** The request has come to its end. */
  void clientEnds(int stream) {
    ended.computeIfPresent(stream, (any, by) -> by == GATEWAY ? null : CLIENT);
  }

  /** The answer has come to its end, or is about to be written. */
  void gatewayEnds(int stream) {
    ended.computeIfPresent(stream, (any, by) -> by == CLIENT ? null : GATEWAY);
  }

  /** One side has ended both halves. */
  void reset(int stream) {
    ended.remove(stream);
  }

  /** Whether it began and is over. */
  boolean isOver(int stream) {
    boolean ofClient = (stream & 1) != 0;
    return ofClient && stream <= last && !ended.containsKey(stream);
  }
}
