package io.gatemason.runtime.server.http2;

import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

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

  private final Set<Integer> open = new HashSet<>();
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
  private final Queue<Integer> resets = new ConcurrentLinkedQueue<>();

  void refuse(int stream) {
    refused.add(stream);
    resets.add(stream);
  }

  /** Whether more bodies have not ended than a client can have in good faith. */
  boolean tooMany() {
    return open.size() > MOST;
  }

  /** A frame that resets a refused stream for Helidon, null if there is none to reset. */
  byte @Nullable [] reset() {
    for (Integer stream = resets.poll(); stream != null; stream = resets.poll()) {
      if (open.contains(stream)) {
        return Frame.reset(stream);
      }
      refused.remove(stream);
    }
    return null;
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
   * Looks at any other frame, and makes it one that Helidon passes over if its stream is refused.
   *
   * @return how many bytes it took then of what the client may send
   */
  int other(byte[] bytes, int at) {
    int type = Frame.type(bytes, at);
    int stream = Frame.stream(bytes, at);
    boolean known = refused.contains(stream);
    if (type == Frame.RESET || (type == Frame.DATA && Frame.endsStream(bytes, at))) {
      open.remove(stream);
      refused.remove(stream);
    }
    if (!known) {
      return 0;
    }
    Frame.hide(bytes, at);
    return type == Frame.DATA ? Frame.length(bytes, at) : 0;
  }
}
