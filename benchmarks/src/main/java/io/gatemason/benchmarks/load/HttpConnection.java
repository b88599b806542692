package io.gatemason.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive HTTP/1.1 connection that sends prepared bytes and reads one answer at a time, of
 * 64 KiB at most. Cheap, so that the load leaves the processors to the server. Not thread-safe.
 */
final class HttpConnection implements LoadConnection {
  static final int TIMEOUT_MILLIS = 10_000;
  private static final byte[] CONTENT_LENGTH = ascii("\ncontent-length:");
  private static final byte[] CHUNKED = ascii("\ntransfer-encoding: chunked");
  private static final byte[] CLOSE = ascii("\nconnection: close");

  private final SocketChannel channel;
  private final ByteChannel content;
  private final byte[] buffer = new byte[64 * 1024];
  private final ByteBuffer received = ByteBuffer.wrap(buffer);
  private final byte[] joined = new byte[buffer.length];
  private int headEnd;
  private int declared;
  private byte[] body = joined;
  private int bodyStart;
  private int bodyEnd;

  HttpConnection(int port) throws IOException {
    this(port, false);
  }

  private HttpConnection(int port, boolean tls) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    content = tls ? new TlsChannel(channel) : channel;
    channel.configureBlocking(false);
  }

  static HttpConnection overTls(int port) throws IOException {
    return new HttpConnection(port, true);
  }

  /** Lets {@code selector} tell when there is something to {@link #receive}. */
  @Override
  public void register(Selector selector, Object attachment) throws IOException {
    channel.register(selector, SelectionKey.OP_READ, attachment);
  }

  /**
   * Sends a request and waits for the whole answer.
   *
   * @return its status
   * @throws IOException as {@link #receive}, or if nothing comes for ten seconds
   */
  int exchange(byte[] request) throws IOException {
    try (Selector selector = Selector.open()) {
      register(selector, this);
      send(request);
      while (!receive()) {
        if (selector.select(TIMEOUT_MILLIS) == 0) {
          throw new SocketTimeoutException("No answer within " + TIMEOUT_MILLIS + " ms");
        }
        selector.selectedKeys().clear();
      }
    }
    return status();
  }

  /** Sends a request. What was received before is forgotten. */
  @Override
  public void send(byte[] request) throws IOException {
    received.clear();
    headEnd = -1;
    if (content.write(ByteBuffer.wrap(request)) < request.length) {
      throw new IOException("The server does not take a request of " + request.length + " bytes");
    }
  }

  /**
   * Reads what has come.
   *
   * @return whether the answer is complete
   * @throws IOException if the answer breaks off, is too large, or closes the connection
   */
  @Override
  public boolean receive() throws IOException {
    if (!received.hasRemaining()) {
      throw new IOException("An answer of more than 64 KiB");
    }
    int from = received.position();
    if (content.read(received) < 0) {
      throw new EOFException("The server closed the connection");
    }
    if (headEnd < 0 && !readHead(Math.max(from, 3))) {
      return false;
    }
    return declared >= 0 ? readBody() : joinChunks();
  }

  /** The last answer's status. */
  int status() {
    return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + (buffer[11] - '0');
  }

  /** Whether the last answer's body is exactly this. */
  boolean bodyIs(byte[] expected) {
    return Arrays.equals(body, bodyStart, bodyEnd, expected, 0, expected.length);
  }

  @Override
  public boolean answers(byte[] expected) {
    return status() == 200 && bodyIs(expected);
  }

  @Override
  public String answer() {
    return status() + " " + headers();
  }

  /** The last answer's body. */
  byte[] body() {
    return Arrays.copyOfRange(body, bodyStart, bodyEnd);
  }

  /** The last answer's headers as sent, by name in lower case. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    head()
        .lines()
        .skip(1)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              headers.put(
                  line.substring(0, colon).toLowerCase(Locale.ROOT),
                  line.substring(colon + 1).strip());
            });
    return headers;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private String head() {
    return new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
  }

  private boolean readHead(int from) throws IOException {
    for (int i = from; i < received.position() && headEnd < 0; i++) {
      if (buffer[i] == '\n'
          && buffer[i - 1] == '\r'
          && buffer[i - 2] == '\n'
          && buffer[i - 3] == '\r') {
        headEnd = i + 1;
      }
    }
    if (headEnd < 0) {
      return false;
    }
    if (AnswerHead.find(buffer, headEnd, CLOSE) >= 0) {
      throw new IOException("The server closes the connection: " + head());
    }
    int length = AnswerHead.find(buffer, headEnd, CONTENT_LENGTH);
    declared = length < 0 ? -1 : AnswerHead.number(buffer, length + CONTENT_LENGTH.length);
    if (length < 0 && AnswerHead.find(buffer, headEnd, CHUNKED) < 0) {
      throw new IOException("An answer without length: " + head());
    }
    return true;
  }

  private boolean readBody() {
    body = buffer;
    bodyStart = headEnd;
    bodyEnd = headEnd + declared;
    return received.position() >= bodyEnd;
  }

  /** Answers are small enough to look at all chunks again whenever more has come. */
  private boolean joinChunks() {
    body = joined;
    bodyStart = 0;
    bodyEnd = 0;
    int position = headEnd;
    while (true) {
      int lineEnd = lineEnd(position);
      if (lineEnd < 0) {
        return false;
      }
      int size =
          Integer.parseInt(
              new String(buffer, position, lineEnd - position, StandardCharsets.ISO_8859_1), 16);
      int end = lineEnd + 2 + size + 2;
      if (received.position() < end) {
        return false;
      }
      if (size == 0) {
        return true;
      }
      System.arraycopy(buffer, lineEnd + 2, joined, bodyEnd, size);
      bodyEnd += size;
      position = end;
    }
  }

  private int lineEnd(int from) {
    for (int i = from; i + 1 < received.position(); i++) {
      if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
