package io.gatemason.benchmarks.load;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections under load, all in the hands of one thread: a thread for each would cost more than
 * the requests do.
 */
final class LoadLoop {
  private final LoadConnection.Opener opener;
  private final List<byte[]> requests;
  private final byte[] expectedBody;
  private final LatencyCounts latencies = new LatencyCounts();
  private long end;
  private int busy;

  /** Sends {@code requests} in turn; every answer must be a success with that body. */
  LoadLoop(LoadConnection.Opener opener, List<byte[]> requests, byte[] expectedBody) {
    this.opener = opener;
    this.requests = requests;
    this.expectedBody = expectedBody;
  }

  /**
   * Keeps one request in flight on each connection for so long.
   *
   * @throws IOException if an answer is not the expected one, or no answer comes for ten seconds
   */
  LatencyCounts run(int port, Duration duration, int connections) throws IOException {
    List<LoadConnection> open = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      end = System.nanoTime() + duration.toNanos();
      for (int i = 0; i < connections; i++) {
        LoadConnection connection = opener.open(port);
        open.add(connection);
        Client client = new Client(connection, i * requests.size() / connections);
        connection.register(selector, client);
        client.send(System.nanoTime());
        busy++;
      }
      while (busy > 0) {
        if (selector.select(HttpConnection.TIMEOUT_MILLIS) == 0) {
          throw new SocketTimeoutException(
              "No answer for " + HttpConnection.TIMEOUT_MILLIS + " ms");
        }
        for (SelectionKey key : selector.selectedKeys()) {
          ((Client) key.attachment()).advance();
        }
        selector.selectedKeys().clear();
      }
    } finally {
      for (LoadConnection connection : open) {
        connection.close();
      }
    }
    return latencies;
  }

  /** One connection, and the request that is next on it: connections are spread over requests. */
  private final class Client {
    private final LoadConnection connection;
    private int next;
    private long begin;

    Client(LoadConnection connection, int first) {
      this.connection = connection;
      this.next = first;
    }

    void send(long now) throws IOException {
      begin = now;
      connection.send(requests.get(next));
      next = next + 1 == requests.size() ? 0 : next + 1;
    }

    void advance() throws IOException {
      if (!connection.receive()) {
        return;
      }
      if (!connection.answers(expectedBody)) {
        throw new IOException("Unexpected answer " + connection.answer());
      }
      long now = System.nanoTime();
      latencies.count(now - begin);
      if (now - end < 0) {
        send(now);
      } else {
        busy--;
      }
    }
  }
}
