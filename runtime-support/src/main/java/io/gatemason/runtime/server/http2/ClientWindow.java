package io.gatemason.runtime.server.http2;

import java.io.ByteArrayOutputStream;

/**
 * How much of bodies a client may still send over a connection (RFC 9113 §6.9). Updates, also those
 * of single streams, are held back until another frame is sent, with which they cost no write of
 * their own; or until so much is held that who sends fast would notice. Safe for concurrent use.
 */
final class ClientWindow {
  private static final int INITIAL = 65_535;

  /** Half of what a stream may send: no client ever waits for what is held. */
  private static final int MOST_HELD = 32_768;

  private static final byte[] NONE = {};

  private final ByteArrayOutputStream updates = new ByteArrayOutputStream();
  private long left = INITIAL;
  private long held;

  /** Takes what the client has sent out of what it may; false if that was more. */
  synchronized boolean spend(int bytes) {
    left -= bytes;
    return left >= 0;
  }

  /**
   * Holds a frame back that allows the client more.
   *
   * @param bytes how much more of the connection's window; 0 for a frame of a stream
   * @return the frames to send now
   */
  synchronized byte[] hold(byte[] update, int bytes) {
    updates.writeBytes(update);
    held += bytes;
    return held < MOST_HELD ? NONE : due();
  }

  /** The frames that were held back, to be sent now. */
  synchronized byte[] due() {
    if (updates.size() == 0) {
      return NONE;
    }
    byte[] frames = updates.toByteArray();
    updates.reset();
    left += held;
    held = 0;
    return frames;
  }
}
