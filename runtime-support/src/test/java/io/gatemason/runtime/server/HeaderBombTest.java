package io.gatemason.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatemason.runtime.exchange.ApiInfo;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One field, referred to thousands of times in a block, and floods of frames that do nothing. */
@Timeout(60)
final class HeaderBombTest {
  private static final int CALM = 11;
  private static final int GOAWAY = 7;
  private GatewayProcess gateway;

  @TempDir Path folder;

  /** The gateway, whose heap is small. */
  public static void main(String[] args) {
    GatewayProcess.tellPort(
        TestApi.start(
            new TestApi(ApiInfo.of("one", "dev"))
                .method("ANY", "/x", exchange -> exchange.answer(200).send())));
  }

  @BeforeEach
  void start() throws IOException {
    gateway = GatewayProcess.start(HeaderBombTest.class, folder.resolve("gateway.log"), "-Xmx256m");
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
  }

  @Test
  void isRefusedWithinASecond() throws IOException {
    bomb();
    long begin = System.nanoTime();
    assertEquals(CALM, bomb());
    long nanos = System.nanoTime() - begin;
    assertTrue(nanos < Duration.ofSeconds(1).toNanos(), nanos + " ns");
  }

  @Test
  void isRefusedWhileOthersAreServed() throws Exception {
    List<Future<Integer>> bombs = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        bombs.add(threads.submit(this::bomb));
      }
      for (int i = 0; i < 200; i++) {
        long begin = System.nanoTime();
        assertEquals(200, RawClient.get(gateway.port(), "/dev/x", "Connection: close").status());
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(2).toNanos());
      }
    }
    for (Future<Integer> bomb : bombs) {
      assertEquals(CALM, bomb.get());
    }
  }

  private int bomb() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    first.writeBytes(ascii("\u0082\u0086\u0001\u0001a\u0004\u0006/dev/x"));
    first.writeBytes(new byte[] {0x40, 1, 'a', 0x7F, (byte) 0xD1, 0x1D});
    first.writeBytes(ascii("b".repeat(3_920)));
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    second.writeBytes(ascii("\u0082\u0086\u0001\u0001a\u0004\u0006/dev/x"));
    byte[] references = new byte[16_000];
    Arrays.fill(references, (byte) 0xBE);
    second.writeBytes(references);
    return ended(frame(1, 5, 1, first.toByteArray()), frame(1, 5, 3, second.toByteArray()));
  }

  @Test
  void floodsOfControlFramesEndTheConnection() throws IOException {
    for (byte[] frame :
        List.of(
            frame(6, 0, 0, new byte[8]),
            frame(4, 0, 0, new byte[0]),
            frame(2, 0, 1, new byte[] {0, 0, 0, 0, 16}),
            frame(0xFA, 0, 0, new byte[0]))) {
      byte[] flood = new byte[2_000 * frame.length];
      for (int i = 0; i < 2_000; i++) {
        System.arraycopy(frame, 0, flood, i * frame.length, frame.length);
      }
      assertEquals(CALM, ended(flood), "frames of type " + frame[3]);
    }
  }

  /** The code of the GOAWAY that ends a connection over which these bytes are sent. */
  private int ended(byte[]... frames) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(10_000);
      Thread reader = Thread.currentThread();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  socket.getOutputStream().write(ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
                  socket.getOutputStream().write(frame(4, 0, 0, new byte[0]));
                  for (byte[] frame : frames) {
                    socket.getOutputStream().write(frame);
                  }
                } catch (IOException e) {
                  // The server has had enough; the reader learns why.
                }
              });
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (reader.isAlive()) {
        int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        in.readNBytes(5);
        byte[] payload = in.readNBytes(length);
        if (type == GOAWAY) {
          return payload[7];
        }
      }
      throw new EOFException("no GOAWAY");
    }
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(
        new byte[] {0, (byte) (payload.length >> 8), (byte) payload.length, (byte) type});
    frame.writeBytes(new byte[] {(byte) flags, 0, 0, 0, (byte) stream});
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
