package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.Wait;
import io.helidon.http.http2.Http2ErrorCode;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the client and Helidon's HTTP/2, which gets the client's bytes as they are, but a
 * header block only when it is complete and measured, and no flood of frames. Waits for the client
 * under deadlines: one for each frame and header block, one for the silence between them.
 *
 * <p>What it refuses ends the connection with the code that is put into its GOAWAY (RFC 9113 §7).
 */
final class FrameGuard implements Supplier<byte @Nullable []> {
  private static final int LARGEST_FRAME = 16_384;
  private static final int MOST_CONTINUATIONS = 16;
  private static final byte[] NONE = {};

  private final ClientInput input;
  private final Deadlines deadlines;
  private final Streams streams;
  private final long headNanos;
  private final long idleNanos;
  private final long nanosPerByte;
  private final int mostHeld;
  private final HeaderMeter meter;
  private final FrameBudget control;
  private final FrameBudget windows;

  /** What is left of the preface and of frames that pass unseen. */
  private long passing;

  /** Frames that are not complete, and their header block. */
  private byte[] held = NONE;

  /** When the frame or header block has to be complete that has begun. */
  private long frameEnd;

  /** When the last request began. */
  private long active;

  private int lastStream;

  private final RefusedStreams refused = new RefusedStreams();

  /** Nobody works on what has passed. */
  private volatile boolean waiting;

  private boolean lingered;

  /** Helidon refuses the frame that comes now, and ends the connection. */
  private boolean over;

  /** The streams of the connection. */
  interface Streams {
    /** When the last one ended whose client was not too slow. */
    long lastEnd();

    /** Lets the client send so much more over the connection; 0 changes nothing. */
    void allow(int bytes);

    /** Tells the client why the connection ends, and which stream was the last. */
    void goodbye(int lastStream, Http2ErrorCode errorCode);
  }

  FrameGuard(Surroundings surroundings, ClientInput input, int preface, Streams streams) {
    ConnectionLimits limits = surroundings.limits();
    this.input = input;
    this.deadlines = surroundings.deadlines();
    this.streams = streams;
    this.passing = preface;
    this.headNanos = limits.headWait().toNanos();
    this.idleNanos = limits.idleWait().toNanos();
    this.nanosPerByte = limits.nanosPerByte();
    this.mostHeld = 2 * limits.headerBytes() + LARGEST_FRAME;
    long now = deadlines.now();
    this.active = now;
    this.frameEnd = now + headNanos;
    this.meter = new HeaderMeter(2L * limits.headerBytes(), 2 * limits.headerFields());
    this.control = new FrameBudget(1_000, 200, now);
    this.windows = new FrameBudget(20_000, 20_000, now);
  }

  /** The next bytes for Helidon, null at the end of the connection. */
  @Override
  public byte @Nullable [] get() {
    while (!over) {
      byte[] resets = refused.resets(passing > 0);
      byte[] passed = NONE;
      if (resets.length == 0) {
        byte[] got = input.available() > 0 ? input.take() : received();
        if (got == null) {
          return null;
        }
        // What was refused while nothing came has to be known before what came now.
        resets = refused.resets(passing > 0);
        passed = passed(got);
      }
      byte[] next = Frame.joined(resets, passed);
      if (next.length > 0) {
        return next;
      }
    }
    if (!lingered) {
      lingered = true;
      input.linger(deadlines);
    }
    return null;
  }

  /**
   * Passes nothing on any more of a stream that was answered before its body has ended.
   *
   * @return whether nothing of it is on its way either; if not, somebody has to read it
   */
  boolean refuse(int stream) {
    refused.refuse(stream);
    return waiting;
  }

  private byte @Nullable [] received() {
    long now = deadlines.now();
    waiting = true;
    try {
      return passing > 0 || held.length > 0
          ? input.received(Wait.HEAD, now, frameEnd)
          : input.received(Wait.IDLE, now, Math.max(active, streams.lastEnd()) + idleNanos);
    } finally {
      waiting = false;
    }
  }

  /** What may be passed on of what is held and what came. */
  private byte[] passed(byte[] got) {
    byte[] bytes = Frame.joined(held, got);
    long now = deadlines.now();
    frameEnd = passing > 0 || held.length > 0 ? frameEnd : now + headNanos;
    int at = 0;
    while (at < bytes.length && !over) {
      if (passing > 0) {
        int count = (int) Math.min(passing, bytes.length - at);
        passing -= count;
        at += count;
        continue;
      }
      int length = unit(bytes, at, now);
      if (length < 0) {
        break;
      }
      at += length;
      frameEnd = now + headNanos + passing * nanosPerByte;
    }
    held = over ? NONE : Arrays.copyOfRange(bytes, at, bytes.length);
    return at == bytes.length ? bytes : Arrays.copyOf(bytes, at);
  }

  /**
   * The length of what may pass from here: the header of a frame, or a whole header block. -1 if
   * more has to come first.
   */
  private int unit(byte[] bytes, int at, long now) {
    if (bytes.length - at < Frame.HEADER_BYTES) {
      return -1;
    }
    int length = Frame.length(bytes, at);
    int type = Frame.type(bytes, at);
    if (length > LARGEST_FRAME) {
      // Helidon answers that itself, and reads no further.
      over = true;
      return Frame.HEADER_BYTES;
    }
    if (type == Frame.HEADERS) {
      active = now;
      lastStream = Math.max(lastStream, Frame.stream(bytes, at));
      refused.head(bytes, at);
      return block(bytes, at);
    }
    boolean data = type == Frame.DATA && length > 0;
    if (refused.tooMany()
        || (!data && !(type == Frame.WINDOW_UPDATE ? windows : control).spend(now))) {
      return end(Http2ErrorCode.ENHANCE_YOUR_CALM);
    }
    streams.allow(refused.other(bytes, at));
    passing = length;
    return Frame.HEADER_BYTES;
  }

  /** A header block with the frames it is in. */
  private int block(byte[] bytes, int start) {
    byte[] fragments = NONE;
    int at = start;
    for (int frames = 0; ; frames++) {
      if (bytes.length - at < Frame.HEADER_BYTES) {
        return -1;
      }
      int length = Frame.length(bytes, at);
      boolean expected =
          frames == 0
              || (Frame.type(bytes, at) == Frame.CONTINUATION
                  && Frame.sameStream(bytes, start, at));
      if (!expected) {
        return end(Http2ErrorCode.PROTOCOL);
      }
      if (frames > MOST_CONTINUATIONS || at - start + length > mostHeld) {
        return end(Http2ErrorCode.ENHANCE_YOUR_CALM);
      }
      int next = at + Frame.HEADER_BYTES + length;
      if (next > bytes.length) {
        return -1;
      }
      boolean last = Frame.endsHeaders(bytes, at);
      int from = frames == 0 ? Frame.fragmentStart(bytes, at) : at + Frame.HEADER_BYTES;
      int to = frames == 0 ? Frame.fragmentEnd(bytes, at, next) : next;
      if (from > to) {
        // Padding longer than the frame: Helidon refuses it.
        over = true;
        return next - start;
      }
      if (last && frames == 0) {
        return measured(bytes, from, to, next - start);
      }
      fragments = Frame.joined(fragments, Arrays.copyOfRange(bytes, from, to));
      if (last) {
        return measured(fragments, 0, fragments.length, next - start);
      }
      at = next;
    }
  }

  private int measured(byte[] bytes, int from, int to, int length) {
    return switch (meter.measure(bytes, from, to)) {
      case SOUND -> length;
      case MALFORMED -> end(Http2ErrorCode.COMPRESSION);
      case TOO_LONG -> end(Http2ErrorCode.ENHANCE_YOUR_CALM);
    };
  }

  /** Nothing passes any more. */
  private int end(Http2ErrorCode errorCode) {
    over = true;
    streams.goodbye(lastStream, errorCode);
    return 0;
  }
}
