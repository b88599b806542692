package io.gatemason.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** WebSockets that count the messages they are sent, all in the hands of one thread. */
final class Audience implements AutoCloseable {
  private static final byte[] WHO = SocketConnection.frame("{\"action\":\"who\"}");
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final List<SocketConnection> connections = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private final AtomicLong heard = new AtomicLong();
  private final int length;
  private volatile boolean closed;

  /**
   * Opens connections.
   *
   * @param length of all messages, in bytes
   */
  Audience(int port, String path, int count, int length) throws IOException {
    this.length = length;
    for (int i = 0; i < count; i++) {
      SocketConnection connection = new SocketConnection(port, path);
      connections.add(connection);
      connection.send(WHO);
      while (!connection.receive()) {
        Thread.onSpinWait();
      }
      ids.add(connection.answer());
      connection.send(new byte[0]);
    }
    Thread.ofPlatform().daemon().name("audience").start(this::listen);
  }

  /** What the server calls them. */
  List<String> ids() {
    return ids;
  }

  private void listen() {
    try (Selector selector = Selector.open()) {
      for (SocketConnection connection : connections) {
        connection.register(selector, connection);
      }
      while (!closed) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          heard.addAndGet(((SocketConnection) key.attachment()).drain(length));
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until so many messages have come. */
  void await(long messages) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (heard.get() != messages) {
      if (System.nanoTime() - end > 0) {
        throw new SocketTimeoutException(heard + " messages have come of " + messages);
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (SocketConnection connection : connections) {
      connection.close();
    }
  }
}
