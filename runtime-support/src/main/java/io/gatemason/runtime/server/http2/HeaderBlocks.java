package io.gatemason.runtime.server.http2;

import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.helidon.http.http2.Http2ErrorCode;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The header blocks of a connection, each in one frame or in several (RFC 9113 §6.2, §6.10). */
final class HeaderBlocks {
  /** More has to come before the block is complete. */
  static final int INCOMPLETE = -1;

  /** The block is refused, {@link #refusal} says why. */
  static final int REFUSED = -2;

  /** Helidon refuses the block; nothing behind it may be passed on. */
  static final int LEFT_TO_HELIDON = -3;

  private static final int MOST_CONTINUATIONS = 16;

  private final HeaderMeter meter;
  private final int mostHeld;
  private Http2ErrorCode refusal = Http2ErrorCode.NO_ERROR;
  private byte @Nullable [] replacement;

  HeaderBlocks(ConnectionLimits limits) {
    this.mostHeld = 2 * limits.headerBytes() + Frame.LARGEST;
    this.meter = new HeaderMeter(2L * limits.headerBytes(), 2 * limits.headerFields());
  }

  /** The length of the block that begins at {@code start}, with the frames it is in. */
  int read(byte[] bytes, int start, int end) {
    replacement = null;
    int at = start;
    for (int frames = 0; ; frames++) {
      if (end - at < Frame.HEADER_BYTES) {
        return INCOMPLETE;
      }
      boolean expected =
          frames == 0
              || (Frame.type(bytes, at) == Frame.CONTINUATION
                  && Frame.sameStream(bytes, start, at));
      if (!expected) {
        return refused(Http2ErrorCode.PROTOCOL);
      }
      int length = Frame.length(bytes, at);
      if (frames > MOST_CONTINUATIONS || at - start + length > mostHeld) {
        return refused(Http2ErrorCode.ENHANCE_YOUR_CALM);
      }
      int next = at + Frame.HEADER_BYTES + length;
      if (next > end) {
        return INCOMPLETE;
      }
      if (Frame.endsHeaders(bytes, at)) {
        return measured(bytes, start, next);
      }
      at = next;
    }
  }

  private int measured(byte[] bytes, int start, int end) {
    int first = start + Frame.HEADER_BYTES + Frame.length(bytes, start);
    int from = Frame.fragmentStart(bytes, start);
    int to = Frame.fragmentEnd(bytes, start, first);
    if (from > to) {
      // Padding longer than the frame.
      return LEFT_TO_HELIDON;
    }
    HeaderMeter.Verdict verdict;
    if (first == end) {
      verdict = meter.measure(bytes, from, to);
    } else {
      ByteArrayOutputStream fragments = new ByteArrayOutputStream(end - start);
      fragments.write(bytes, from, to - from);
      for (int at = first; at < end; at += Frame.HEADER_BYTES + Frame.length(bytes, at)) {
        fragments.write(bytes, at + Frame.HEADER_BYTES, Frame.length(bytes, at));
      }
      verdict = meter.measure(fragments.toByteArray(), 0, fragments.size());
    }
    return switch (verdict) {
      case SOUND -> sound(bytes, start, end);
      case MALFORMED -> refused(Http2ErrorCode.COMPRESSION);
      case NO_NAME -> refused(Http2ErrorCode.PROTOCOL);
      case TOO_LONG -> refused(Http2ErrorCode.ENHANCE_YOUR_CALM);
    };
  }

  private int sound(byte[] bytes, int start, int end) {
    byte[] rewritten = meter.rewritten();
    if (rewritten != null) {
      replacement = Frame.headers(bytes, start, rewritten);
    }
    return end - start;
  }

  private int refused(Http2ErrorCode reason) {
    refusal = reason;
    return REFUSED;
  }

  /** Why the last block was refused. */
  Http2ErrorCode refusal() {
    return refusal;
  }

  /** The frames that take the place of those of the last block; null if they stay. */
  byte @Nullable [] replacement() {
    return replacement;
  }
}
