package io.gatemason.benchmarks.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Answers every HTTP/1.1 request with the same bytes, at as little cost as can be: one thread for
 * all connections.
 */
final class CannedServer {
  private static final int LARGEST_REQUEST = 64 * 1024;

  private final byte[] answer;
  private final RequestEnd end;

  /** Sends {@code answer} whenever {@code end} says that a request is complete. */
  CannedServer(byte[] answer, RequestEnd end) {
    this.answer = answer;
    this.end = end;
  }

  /** Tells whether bytes are a whole request. */
  @FunctionalInterface
  interface RequestEnd {
    boolean reached(byte[] received, int length) throws IOException;
  }

  /** Serves on the loopback address until the process is ended. */
  void serve(int port) throws IOException {
    try (Selector selector = Selector.open();
        ServerSocketChannel listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
      listener.configureBlocking(false);
      listener.register(selector, SelectionKey.OP_ACCEPT);
      while (true) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) {
            accept(listener, selector);
          } else {
            read(key);
          }
        }
        selector.selectedKeys().clear();
      }
    }
  }

  private static void accept(ServerSocketChannel listener, Selector selector) throws IOException {
    SocketChannel client = listener.accept();
    if (client != null) {
      client.configureBlocking(false);
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      client.register(selector, SelectionKey.OP_READ, new Received());
    }
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel client = (SocketChannel) key.channel();
    Received request = (Received) key.attachment();
    ByteBuffer received = request.buffer;
    try {
      if (client.read(received) < 0) {
        client.close();
      } else if (end.reached(request.bytes, received.position())) {
        received.clear();
        if (client.write(ByteBuffer.wrap(answer)) < answer.length) {
          throw new IOException("it does not take an answer of " + answer.length + " bytes");
        }
      } else if (!received.hasRemaining()) {
        throw new IOException("it sends more than " + LARGEST_REQUEST + " bytes");
      }
    } catch (IOException e) {
      System.err.println("A client is given up: " + e.getMessage());
      client.close();
    }
  }

  /** What has come of a connection's request. */
  private static final class Received {
    final byte[] bytes = new byte[LARGEST_REQUEST];
    final ByteBuffer buffer = ByteBuffer.wrap(bytes);
  }
}
