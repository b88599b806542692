package io.gatemason.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One WebSocket, whose messages have less than 126 bytes and are one frame each. */
final class SocketConnection implements LoadConnection {
  private static final int MOST = 125;
  private static final int TEXT = 0x81;
  private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};

  private final SocketChannel channel;
  private final ByteBuffer received = ByteBuffer.allocate(8 * 1024);

  /** Asks for a connection and waits for it. */
  SocketConnection(int port, String path) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    String handshake =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    channel.write(ByteBuffer.wrap(handshake.getBytes(StandardCharsets.US_ASCII)));
    StringBuilder head = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0) {
      if (channel.read(one.clear()) < 0) {
        throw new EOFException("No handshake: " + head);
      }
      head.append((char) one.get(0));
    }
    if (!head.toString().startsWith("HTTP/1.1 101 ")) {
      throw new IOException("No handshake: " + head);
    }
    channel.configureBlocking(false);
  }

  /** A message as a frame. */
  static byte[] frame(String message) {
    byte[] text = message.getBytes(StandardCharsets.UTF_8);
    if (text.length > MOST) {
      throw new IllegalArgumentException("too long: " + message);
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(TEXT);
    frame.write(0x80 | text.length);
    frame.writeBytes(MASK);
    for (int i = 0; i < text.length; i++) {
      frame.write(text[i] ^ MASK[i % 4]);
    }
    return frame.toByteArray();
  }

  @Override
  public void register(Selector selector, Object attachment) throws IOException {
    channel.register(selector, SelectionKey.OP_READ, attachment);
  }

  @Override
  public void send(byte[] request) throws IOException {
    received.clear();
    if (channel.write(ByteBuffer.wrap(request)) < request.length) {
      throw new IOException("The server does not take a message");
    }
  }

  @Override
  public boolean receive() throws IOException {
    if (channel.read(received) < 0) {
      throw new EOFException("The server closed the connection");
    }
    return received.position() >= 2 && received.position() >= 2 + received.get(1);
  }

  /** How many messages have come, which are as many bytes long each; they are forgotten. */
  int drain(int length) throws IOException {
    int messages = 0;
    while (channel.read(received) > 0) {
      int whole = received.position() / (2 + length);
      messages += whole;
      received.flip().position(whole * (2 + length));
      received.compact();
    }
    return messages;
  }

  @Override
  public boolean answers(byte[] expected) {
    return (received.get(0) & 0xFF) == TEXT
        && received.get(1) == expected.length
        && Arrays.equals(received.array(), 2, received.position(), expected, 0, expected.length);
  }

  @Override
  public String answer() {
    return new String(received.array(), 2, received.position() - 2, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
