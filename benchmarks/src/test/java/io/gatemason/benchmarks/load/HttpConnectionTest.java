package io.gatemason.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HttpConnectionTest {

  @Test
  void readsBodiesOfKnownLengthInWhateverPiecesTheyCome() throws Exception {
    try (Canned server = new Canned("HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\n", "\r\nhe", "llo");
        HttpConnection connection = new HttpConnection(server.port())) {
      assertEquals(200, connection.exchange(bytes("GET")));
      assertTrue(connection.bodyIs(bytes("hello")));
      assertFalse(connection.bodyIs(bytes("hell")));
    }
  }

  @Test
  void joinsChunks() throws Exception {
    String head = "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n";
    try (Canned server = new Canned(head + "2\r\nhe\r\n", "3\r", "\nllo\r\n0\r\n\r\n");
        HttpConnection connection = new HttpConnection(server.port())) {
      assertEquals(404, connection.exchange(bytes("GET")));
      assertArrayEquals(bytes("hello"), connection.body());
    }
  }

  @Test
  void refusesAnswersThatBreakOff() throws Exception {
    try (Canned server = new Canned("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe");
        HttpConnection connection = new HttpConnection(server.port())) {
      assertThrows(IOException.class, () -> connection.exchange(bytes("GET")));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends fixed pieces to its first client, then closes. */
  private static final class Canned implements AutoCloseable {
    private final ServerSocket listener =
        new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final CompletableFuture<Void> served;

    Canned(String... pieces) throws IOException {
      served = CompletableFuture.runAsync(() -> serve(pieces));
    }

    int port() {
      return listener.getLocalPort();
    }

    private void serve(String... pieces) {
      try (Socket client = listener.accept()) {
        client.setTcpNoDelay(true);
        client.getInputStream().readNBytes(3);
        for (String piece : pieces) {
          client.getOutputStream().write(bytes(piece));
          client.getOutputStream().flush();
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        served.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IOException(e);
      } finally {
        listener.close();
      }
    }
  }
}
