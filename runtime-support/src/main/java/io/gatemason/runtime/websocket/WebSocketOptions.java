package io.gatemason.runtime.websocket;

import java.time.Duration;

/**
 * What settings say about connections (docs/behaviour/websocket.md#limits). Immutable.
 *
 * @param frameBytes largest payload of a frame, in either direction
 * @param messageBytes largest message, in either direction
 * @param idle how long nothing but pings may come and go
 * @param life how long a connection may last
 * @param closeWait how long a client may take to answer a close frame
 * @param messagesAtOnce how many messages of a connection are worked for at the same time; 1 keeps
 *     their order to the end
 * @param queuedBytes how much may wait for a client to take it
 * @param urlChars longest URL of a handshake
 * @param callbackHost the host that events name instead of the one that the client asked; "" for
 *     that one
 */
public record WebSocketOptions(
    int frameBytes,
    int messageBytes,
    Duration idle,
    Duration life,
    Duration closeWait,
    int messagesAtOnce,
    int queuedBytes,
    int urlChars,
    String callbackHost) {

  /** The managed service's limits, and 512 KB of messages that wait. */
  public static final WebSocketOptions DEFAULT =
      new WebSocketOptions(
          32_768,
          131_072,
          Duration.ofMinutes(10),
          Duration.ofHours(2),
          Duration.ofSeconds(5),
          32,
          524_288,
          4_096,
          "");

  /** Refuses what no connection could live with. */
  public WebSocketOptions {
    require(frameBytes >= 125, "frame-bytes is at least 125");
    require(messageBytes >= frameBytes, "message-bytes is at least frame-bytes");
    require(idle.isPositive() && life.isPositive(), "idle and life are more than nothing");
    require(closeWait.isPositive(), "close-wait is more than nothing");
    require(messagesAtOnce >= 1, "messages-at-once is at least 1");
    require(urlChars >= 1, "url-chars is at least 1");
    require(queuedBytes >= messageBytes, "queued-bytes is at least message-bytes");
  }

  private static void require(boolean kept, String rule) {
    if (!kept) {
      throw new IllegalArgumentException("gateway.websocket: " + rule);
    }
  }
}
