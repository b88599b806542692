package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams of HTTP/2 as their clients count them (RFC 9113 §5.1). */
@Timeout(60)
final class Http2StreamsTest {
  private static final int RESET = 3;
  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int REFUSED_STREAM = 7;
  private static final byte[] CANCEL = {0, 0, 0, 8};

  private final CountDownLatch released = new CountDownLatch(1);
  private GatewayServer server;

  @BeforeEach
  void start() {
    server =
        TestApi.start(
            new TestApi(ApiInfo.of("one", "dev"))
                .method("ANY", "/x", exchange -> exchange.answer(200).send())
                .method("GET", "/slow", this::wait));
  }

  private void wait(Exchange exchange) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.answer(200).send();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop();
  }

  /** A client begins the next request as soon as it has the end of an answer. */
  @Test
  void asManyAsAnnouncedMayBeOpenAllTheTime() throws IOException {
    try (Http2Frames client = new Http2Frames(server.port())) {
      int most = announced(client.next(Http2Frames.SETTINGS).payload());
      assertEquals(100, most);
      int stream = 1;
      for (; stream < 2 * most; stream += 2) {
        client.request(stream, "GET", "/dev/x");
      }
      for (int answered = 0; answered < 3_000; ) {
        Http2Frames.Frame frame = client.next();
        assertNotEquals(Http2Frames.GO_AWAY, frame.type());
        if (frame.ends(frame.stream())) {
          answered++;
          client.request(stream, "GET", "/dev/x");
          stream += 2;
        }
      }
    }
  }

  @Test
  void oneTooManyIsRefusedAloneAndMayComeAgain() throws IOException {
    try (Http2Frames client = new Http2Frames(server.port())) {
      for (int stream = 1; stream < 2 * 100; stream += 2) {
        client.request(stream, "GET", "/dev/slow");
      }
      for (String verb : List.of("GET", "POST")) {
        int stream = verb.equals("GET") ? 201 : 203;
        client.request(stream, verb, "/dev/x");
        Http2Frames.Frame reset = client.next(RESET);
        assertEquals(stream, reset.stream());
        assertEquals(REFUSED_STREAM, ByteBuffer.wrap(reset.payload()).getInt());
      }
      released.countDown();
      int ends = 0;
      while (ends < 100) {
        Http2Frames.Frame frame = client.next();
        ends += frame.ends(frame.stream()) ? 1 : 0;
      }
      client.request(205, "GET", "/dev/x");
      awaitEnd(client, 205);
    }
  }

  private static int announced(byte[] settings) {
    ByteBuffer entries = ByteBuffer.wrap(settings);
    while (entries.getShort() != MAX_CONCURRENT_STREAMS) {
      entries.getInt();
    }
    return entries.getInt();
  }

  /** A client that has lost interest may not know yet that the answer has come to its end. */
  @Test
  void resetsOfStreamsThatAreOverChangeNothing() throws IOException {
    try (Http2Frames client = new Http2Frames(server.port())) {
      client.request(1, "GET", "/dev/x");
      awaitEnd(client, 1);
      client.request(3, "GET", "/dev/slow");
      client.send(RESET, 0, 1, CANCEL);
      client.send(RESET, 0, 1, CANCEL);
      for (int stream = 5; stream < 400; stream += 2) {
        client.request(stream, "GET", "/dev/x");
        if (stream % 8 == 5) {
          // Before its end, or with it, or after it.
          client.send(RESET, 0, stream, CANCEL);
        } else {
          awaitEnd(client, stream);
          client.send(RESET, 0, stream, CANCEL);
        }
      }
      released.countDown();
      awaitEnd(client, 3);
    }
  }

  @Test
  void aResetOfAStreamThatHasNotBegunEndsTheConnection() throws IOException {
    try (Http2Frames client = new Http2Frames(server.port())) {
      client.request(1, "GET", "/dev/x");
      awaitEnd(client, 1);
      client.send(RESET, 0, 3, CANCEL);
      assertEquals("last 1 code 1", client.next(Http2Frames.GO_AWAY).goodbye());
    }
  }

  /** Whether the stream is over or not (RFC 9113 §6.4). */
  @Test
  void aResetOfAnotherLengthEndsTheConnection() throws IOException {
    for (String path : List.of("/dev/x", "/dev/slow")) {
      try (Http2Frames client = new Http2Frames(server.port())) {
        client.request(1, "GET", path);
        if (path.equals("/dev/x")) {
          awaitEnd(client, 1);
        }
        client.send(RESET, 0, 1, new byte[] {0, 0, 8});
        assertEquals("last 1 code 6", client.next(Http2Frames.GO_AWAY).goodbye());
      }
    }
  }

  private static void awaitEnd(Http2Frames client, int stream) throws IOException {
    Http2Frames.Frame frame = client.next();
    while (!frame.ends(stream)) {
      assertNotEquals(Http2Frames.GO_AWAY, frame.type());
      frame = client.next();
    }
  }
}
