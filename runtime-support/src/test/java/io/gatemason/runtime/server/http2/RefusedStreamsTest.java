package io.gatemason.runtime.server.http2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What Helidon is told of streams that nobody reads any more. */
final class RefusedStreamsTest {
  private static final int UNKNOWN = 0x7f;
  private static final int END_STREAM = 1;

  private final RefusedStreams streams = new RefusedStreams(new OpenStreams(100));

  private static byte[] frame(int type, int flags, int stream) {
    return ByteBuffer.allocate(Frame.HEADER_BYTES)
        .put(2, (byte) 100)
        .put(3, (byte) type)
        .put(4, (byte) flags)
        .putInt(5, stream)
        .array();
  }

  @Test
  void framesPassUntilHelidonTakesTheStreamForReset() {
    streams.head(frame(Frame.HEADERS, 0, 1), 0, false);
    streams.refuse(1);
    byte[] before = frame(Frame.DATA, 0, 1);
    assertEquals(0, streams.other(before, 0));
    assertEquals(Frame.DATA, Frame.type(before, 0));
    assertEquals(0, streams.resets(true).length);
    assertArrayEquals(Frame.reset(1), streams.resets(false));
    byte[] after = frame(Frame.DATA, 0, 1);
    assertEquals(100, streams.other(after, 0));
    assertEquals(UNKNOWN, Frame.type(after, 0));
    assertEquals(0, streams.other(frame(Frame.DATA, 0, 3), 0));
  }

  /** Otherwise Helidon would keep the stream, or be told of one that it knows no more. */
  @Test
  void whatTheClientEndsItselfIsNotReset() {
    for (int type : new int[] {Frame.RESET, Frame.DATA}) {
      streams.head(frame(Frame.HEADERS, 0, 1), 0, false);
      streams.refuse(1);
      byte[] end = type == Frame.DATA ? frame(type, END_STREAM, 1) : Frame.reset(1);
      assertEquals(0, streams.other(end, 0));
      assertEquals(type, Frame.type(end, 0));
      assertEquals(0, streams.resets(false).length);
    }
  }

  @Test
  void manyOpenBodiesAreTooMany() {
    for (int stream = 1; stream <= 2 * 1_000; stream += 2) {
      streams.head(frame(Frame.HEADERS, 0, stream), 0, false);
    }
    assertFalse(streams.tooMany());
    streams.head(frame(Frame.HEADERS, 0, 2_001), 0, false);
    assertTrue(streams.tooMany());
    streams.head(frame(Frame.HEADERS, END_STREAM, 2_001), 0, true);
    assertFalse(streams.tooMany());
  }
}
