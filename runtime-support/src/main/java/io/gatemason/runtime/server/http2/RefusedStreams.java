package io.gatemason.runtime.server.http2;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Streams that have been answered although their bodies have not ended. Helidon has a place for a
 * few of their frames and then waits for a reader who is gone, so it is told that the client has
 * reset them, and gets no more of what the client may still send on them (RFC 9113 §5.1). Streams
 * are refused by the threads that serve them, all else is done by the thread that reads the
 * connection.
 */
final class RefusedStreams {
  /** A client ends what it has begun sooner or later, or learns to. */
  private static final int MOST = 1_000;

  private static final byte[] NONE = {};

  private final Queue<Integer> refused = new ConcurrentLinkedQueue<>();
  private final Set<Integer> open = new HashSet<>();

  /** Those that Helidon takes for reset. */
  private final Set<Integer> reset = new HashSet<>();

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

  /** Looks at the head or the trailers of a stream. */
  void head(byte[] bytes, int at) {
    if (Frame.endsStream(bytes, at)) {
      open.remove(Frame.stream(bytes, at));
    } else {
      open.add(Frame.stream(bytes, at));
    }
  }

  /**
   * Looks at any other frame, and makes it one that Helidon passes over if it takes the stream for
   * reset.
   *
   * @return how many bytes it took then of what the client may send
   */
  int other(byte[] bytes, int at) {
    int type = Frame.type(bytes, at);
    int stream = Frame.stream(bytes, at);
    boolean known = reset.contains(stream);
    if (type == Frame.RESET || (type == Frame.DATA && Frame.endsStream(bytes, at))) {
      open.remove(stream);
      reset.remove(stream);
    }
    if (!known) {
      return 0;
    }
    Frame.hide(bytes, at);
    return type == Frame.DATA ? Frame.length(bytes, at) : 0;
  }
}
