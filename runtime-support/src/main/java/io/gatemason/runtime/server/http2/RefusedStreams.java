package io.gatemason.runtime.server.http2;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What Helidon is not told of streams, or otherwise than it came.
 *
 * <p>Streams may have been answered although their bodies have not ended. Helidon has a place for a
 * few of their frames and then waits for a reader who is gone, so it is told that the client has
 * reset them, and gets no more of what the client may still send on them (RFC 9113 §5.1). Streams
 * are refused by the threads that serve them, all else is done by the thread that reads the
 * connection.
 *
 * <p>A client may reset a stream whose end is on its way to it, and nothing comes of that; Helidon
 * would end the connection.
 */
final class RefusedStreams {
  /** A client ends what it has begun sooner or later, or learns to. */
  private static final int MOST = 1_000;

  private static final byte[] NONE = {};

  private final OpenStreams streams;
  private final Queue<Integer> refused = new ConcurrentLinkedQueue<>();
  private final Set<Integer> open = new HashSet<>();

  /** Those that Helidon takes for reset. */
  private final Set<Integer> reset = new HashSet<>();

  RefusedStreams(OpenStreams streams) {
    this.streams = streams;
  }

  void refuse(int stream) {
    refused.add(stream);
  }

  /** Whether more bodies have not ended than a client can have in good faith. */
  boolean tooMany() {
    return open.size() > MOST;
  }

  /**
   * Frames that reset for Helidon what was refused since, and has not ended.
   *
   * @param withinFrame whether Helidon waits for the rest of a frame, so that nothing can come now
   */
  byte[] resets(boolean withinFrame) {
    byte[] frames = NONE;
    if (withinFrame) {
      return frames;
    }
    for (Integer stream = refused.poll(); stream != null; stream = refused.poll()) {
      if (open.contains(stream) && reset.add(stream)) {
        frames = Frame.joined(frames, Frame.reset(stream));
      }
    }
    return frames;
  }

  /** Looks at the head of a stream, or at its trailers. */
  void head(byte[] bytes, int at, boolean trailers) {
    int stream = Frame.stream(bytes, at);
    if (!trailers) {
      streams.begin(stream);
    }
    if (Frame.endsStream(bytes, at)) {
      open.remove(stream);
      streams.clientEnds(stream);
    } else {
      open.add(stream);
    }
  }

  /**
   * Looks at any other frame, and makes it one that Helidon passes over if it takes the stream for
   * reset, or if it resets one that is over.
   *
   * @return how many bytes it took then of what the client may send
   */
  int other(byte[] bytes, int at) {
    int type = Frame.type(bytes, at);
    int stream = Frame.stream(bytes, at);
    boolean hidden = reset.contains(stream);
    if (type == Frame.RESET) {
      if (Frame.length(bytes, at) != Integer.BYTES) {
        // Helidon answers that itself.
        return 0;
      }
      hidden |= streams.isOver(stream);
      streams.reset(stream);
      ended(stream);
    } else if (type == Frame.DATA && Frame.endsStream(bytes, at)) {
      streams.clientEnds(stream);
      ended(stream);
    }
    if (!hidden) {
      return 0;
    }
    Frame.hide(bytes, at);
    return type == Frame.DATA ? Frame.length(bytes, at) : 0;
  }

  private void ended(int stream) {
    open.remove(stream);
    reset.remove(stream);
  }
}
