package io.gatemason.runtime.server.wire;

import java.time.Duration;

/**
 * What a listener lets its clients take: time, room and number. Immutable.
 *
 * @param urlBytes longest target
 * @param headerBytes largest sum of the names and values of header fields, four more for each
 * @param headerFields most header fields
 * @param payloadBytes largest body
 * @param firstWait how long a fresh connection may say nothing, and TLS take to begin
 * @param headWait how long a head may take from its first byte to its last
 * @param idleWait how long a connection may be silent between two requests
 * @param requestWait how long the client of one request may be waited for, for its body and to take
 *     its answer together, what streams excepted
 * @param grace how long a body or an answer may take beyond what the least rate allows
 * @param bytesPerSecond least rate of bodies and answers
 * @param connections most connections
 * @param connectionsPerAddress most connections of one client address, 0 for any number
 * @param concurrency most requests at the same time
 * @param http2Streams most requests at the same time over one HTTP/2 connection
 */
public record ConnectionLimits(
    int urlBytes,
    int headerBytes,
    int headerFields,
    int payloadBytes,
    Duration firstWait,
    Duration headWait,
    Duration idleWait,
    Duration requestWait,
    Duration grace,
    int bytesPerSecond,
    int connections,
    int connectionsPerAddress,
    int concurrency,
    int http2Streams) {

  /** How long a byte may take at the least rate. */
  public long nanosPerByte() {
    return 1_000_000_000L / bytesPerSecond;
  }
}
