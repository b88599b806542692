package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.ClientInput;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Surroundings;
import io.gatemason.runtime.server.wire.Wait;
import io.helidon.http.http2.Http2ErrorCode;
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
  private static final byte[] NONE = {};

  private final ClientInput input;
  private final Deadlines deadlines;
  private final Http2Streams streams;
  private final long headNanos;
  private final long idleNanos;
  private final long nanosPerByte;
  private final HeaderBlocks blocks;
  private final FrameBudget control;
  private final FrameBudget windows;

  /** What is left of the preface and of frames that pass unseen. */
  private long passing;

  /** Frames that are not complete, and their header block. */
  private final HeldBytes held = new HeldBytes();

  /** When the frame or header block has to be complete that has begun. */
  private long frameEnd;

  /** When the last request began. */
  private long active;

  private volatile int lastStream;
  private final OpenStreams open;
  private final RefusedStreams refused;

  /** Nobody works on what has passed. */
  private volatile boolean waiting;

  private boolean begun;
  private boolean lingered;

  /** Some of what is held may pass as soon as Helidon has done what passed before. */
  private boolean inTurn;

  /** Helidon refuses the frame that comes now, and ends the connection. */
  private boolean over;

  /**
   * @param firstStream the stream of a request that has come over HTTP/1; 0 for none
   */
  FrameGuard(
      Surroundings surroundings,
      ClientInput input,
      int preface,
      int firstStream,
      Http2Streams streams) {
    ConnectionLimits limits = surroundings.limits();
    this.input = input;
    this.deadlines = surroundings.deadlines();
    this.streams = streams;
    this.passing = preface;
    this.lastStream = firstStream;
    this.open = new OpenStreams(limits.http2Streams());
    this.refused = new RefusedStreams(open);
    if (firstStream > 0) {
      open.begin(firstStream);
      open.clientEnds(firstStream);
    }
    this.headNanos = limits.headWait().toNanos();
    this.idleNanos = limits.idleWait().toNanos();
    this.nanosPerByte = limits.nanosPerByte();
    long now = deadlines.now();
    this.active = now;
    this.frameEnd = now + headNanos;
    this.blocks = new HeaderBlocks(limits);
    this.control = new FrameBudget(1_000, 200, now);
    this.windows = new FrameBudget(20_000, 20_000, now);
  }

  /** The next bytes for Helidon, null at the end of the connection. */
  @Override
  public byte @Nullable [] get() {
    if (!begun) {
      begun = true;
      streams.ready();
    }
    while (!over) {
      byte[] next = refused.resets(passing > 0);
      if (next.length == 0) {
        byte[] got = inTurn ? NONE : input.available() > 0 ? input.take() : received();
        inTurn = false;
        if (got == null) {
          return null;
        }
        // What was refused while nothing came has to be known before what came now.
        byte[] resets = refused.resets(passing > 0);
        next = Frame.joined(resets, passed(got));
      }
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

  /** The streams that are not over. */
  OpenStreams open() {
    return open;
  }

  /** The last stream that was passed on; 0 for none. */
  int lastStream() {
    return lastStream;
  }

  private byte @Nullable [] received() {
    long now = deadlines.now();
    boolean within = passing > 0 || !held.isEmpty();
    long idleEnd = Math.max(active, streams.lastEnd()) + idleNanos;
    // Frames do not keep a connection alive over which no request comes.
    boolean idle = !within || (idleEnd < frameEnd && !streams.busy());
    waiting = true;
    try {
      return idle
          ? input.received(Wait.IDLE, now, idleEnd)
          : input.received(Wait.HEAD, now, frameEnd);
    } finally {
      waiting = false;
    }
  }

  /** What may be passed on of what is held and what came. */
  private byte[] passed(byte[] got) {
    long now = deadlines.now();
    frameEnd = passing > 0 || !held.isEmpty() ? frameEnd : now + headNanos;
    held.add(got);
    int at = 0;
    while (at < held.end() && !over) {
      if (passing > 0) {
        int count = (int) Math.min(passing, held.end() - at);
        passing -= count;
        at += count;
        continue;
      }
      int length = unit(held.bytes(), at, held.end(), now);
      if (length < 0) {
        break;
      }
      at += length;
      frameEnd = now + headNanos + passing * nanosPerByte;
    }
    return held.take(at);
  }

  /**
   * The length of what may pass from here: the header of a frame, or a whole header block. -1 if
   * more has to come first.
   */
  private int unit(byte[] bytes, int at, int end, long now) {
    if (end - at < Frame.HEADER_BYTES) {
      return -1;
    }
    int length = Frame.length(bytes, at);
    int type = Frame.type(bytes, at);
    if (type == Frame.RESET && at > 0) {
      inTurn = true;
      return -1;
    }
    if (length > Frame.LARGEST) {
      // Helidon answers that itself, and reads no further.
      over = true;
      return Frame.HEADER_BYTES;
    }
    if (type == Frame.HEADERS) {
      active = now;
      return block(bytes, at, end, now);
    }
    boolean data = type == Frame.DATA && length > 0;
    if (refused.tooMany()
        || (!data && !(type == Frame.WINDOW_UPDATE ? windows : control).spend(now))) {
      return end(Http2ErrorCode.ENHANCE_YOUR_CALM);
    }
    if (data && !streams.spend(length)) {
      return end(Http2ErrorCode.FLOW_CONTROL);
    }
    streams.allow(refused.other(bytes, at));
    passing = length;
    return Frame.HEADER_BYTES;
  }

  /** A header block with the frames it is in. */
  private int block(byte[] bytes, int at, int end, long now) {
    int length = blocks.read(bytes, at, end);
    if (length == HeaderBlocks.INCOMPLETE) {
      return -1;
    }
    int stream = Frame.stream(bytes, at);
    boolean request = stream > lastStream;
    lastStream = Math.max(lastStream, stream);
    if (length == HeaderBlocks.REFUSED) {
      return end(blocks.refusal());
    }
    if (length == HeaderBlocks.LEFT_TO_HELIDON) {
      over = true;
      return Frame.HEADER_BYTES + Frame.length(bytes, at);
    }
    refused.head(bytes, at, !request);
    if (request) {
      streams.requested(now);
    }
    byte[] replacement = blocks.replacement();
    if (replacement != null) {
      held.replace(at, at + length, replacement);
    }
    return length;
  }

  /** Nothing passes any more. */
  private int end(Http2ErrorCode errorCode) {
    over = true;
    streams.goodbye(lastStream, errorCode);
    return 0;
  }
}
