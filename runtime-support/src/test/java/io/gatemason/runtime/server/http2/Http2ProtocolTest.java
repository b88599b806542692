package io.gatemason.runtime.server.http2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.gatemason.runtime.server.wire.ClientSocket;
import io.gatemason.runtime.server.wire.ConnectionLimits;
import io.gatemason.runtime.server.wire.Deadline;
import io.gatemason.runtime.server.wire.Deadlines;
import io.gatemason.runtime.server.wire.Surroundings;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections of HTTP/2 as their guard sees them, with nobody behind it. */
@Timeout(60)
final class Http2ProtocolTest {
  private static final Deadlines DEADLINES = Deadlines.start(System::nanoTime);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final ConnectionLimits LIMITS =
      new ConnectionLimits(
          10_240, 10_240, 300, 10_485_760, LONG, LONG, LONG, LONG, LONG, 1_000, 100, 0, 100, 100);
  private static final String GET =
      "\0\0\u0006\u0001\u0005\0\0\0\u0001\u0082\u0086\u0084\u0001\u0001a";

  private final AtomicReference<DataReader> reader = new AtomicReference<>();

  @AfterAll
  static void stop() {
    DEADLINES.close();
  }

  /** On a full machine a thread begins long after its request has been passed on. */
  @Test
  void aRequestCountsFromItsHeadToItsEnd() {
    Http2Protocol protocol = protocol(GET.getBytes(ISO_8859_1), 100, false);
    assertFalse(protocol.busy());
    reader.get().readBuffer(15);
    assertTrue(protocol.busy());
    protocol.streamBegins();
    assertTrue(protocol.busy());
    protocol.streamEnds(1, false);
    assertFalse(protocol.busy());
  }

  @Test
  void aRequestThatCameOverHttp1Counts() {
    Http2Protocol protocol = protocol(new byte[0], 100, true);
    assertTrue(protocol.busy());
    protocol.streamBegins();
    protocol.streamEnds(1, false);
    assertFalse(protocol.busy());
  }

  @Test
  void aBlockThatComesByteByByteTakesLittleMemory() {
    byte[] bytes = new byte[9 + 10_000 + 9 + 10_000 + 9 + 8_000];
    frame(bytes, 0, 10_000, 1, 1);
    frame(bytes, 10_009, 10_000, 9, 0);
    frame(bytes, 20_018, 8_000, 9, 4);
    Arrays.fill(bytes, 9, 10_009, (byte) 0x82);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    protocol(bytes, 1, false);
    long before = threads.getCurrentThreadAllocatedBytes();
    DataReader behind = reader.get();
    // It has more fields than there may be.
    assertThrows(DataReader.InsufficientDataAvailableException.class, () -> behind.readBuffer(1));
    long taken = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(taken < 20_000_000, () -> "took " + taken);
  }

  private static void frame(byte[] bytes, int at, int length, int type, int flags) {
    bytes[at + 1] = (byte) (length >> 8);
    bytes[at + 2] = (byte) length;
    bytes[at + 3] = (byte) type;
    bytes[at + 4] = (byte) flags;
    bytes[at + 8] = 1;
    assertEquals(length, Frame.length(bytes, at));
  }

  /** A connection over which bytes come in pieces of a length. */
  private Http2Protocol protocol(byte[] bytes, int piece, boolean upgraded) {
    int[] at = {0};
    HelidonSocket socket =
        fake(
            HelidonSocket.class,
            name -> {
              int from = at[0];
              at[0] = Math.min(bytes.length, from + piece);
              return from == bytes.length ? null : Arrays.copyOfRange(bytes, from, at[0]);
            });
    DataWriter writer = fake(DataWriter.class, name -> null);
    PeerInfo peer = fake(PeerInfo.class, name -> null);
    ConnectionContext context =
        fake(
            ConnectionContext.class,
            name ->
                switch (name) {
                  case "dataWriter" -> writer;
                  case "remotePeer" -> peer;
                  default -> socket;
                });
    Surroundings surroundings =
        fake(
            Surroundings.class,
            name ->
                switch (name) {
                  case "limits" -> LIMITS;
                  case "deadlines" -> DEADLINES;
                  default -> false;
                });
    ClientSocket client = new ClientSocket(context, DEADLINES, new Deadline.Owner() {});
    return new Http2Protocol(
        client,
        surroundings,
        0,
        upgraded,
        behind -> {
          reader.set(behind.dataReader());
          return fake(ServerConnection.class, name -> null);
        });
  }

  private static <T> T fake(Class<T> type, Function<String, @Nullable Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }
}
