package io.gatemason.runtime.exchange;

import java.time.Duration;

/**
 * Run-time limits that clients can observe. Immutable.
 *
 * @param payloadBytes largest request body after decoding, and largest buffered response
 * @param headerBytes largest header section of a request
 * @param urlBytes longest request line
 */
public record Limits(int payloadBytes, int headerBytes, int urlBytes) {
  /** The managed service's limits: 10 MiB of payload, 10240 bytes of headers and of URL. */
  public static final Limits DEFAULT = new Limits(10_485_760, 10_240, 10_240);

  /** How long an integration may take that says nothing else. */
  public static final Duration INTEGRATION_TIME = Duration.ofSeconds(29);
}
