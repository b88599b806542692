package io.gatemason.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One kept-alive HTTP/1.1 connection that sends prepared bytes and reads one answer at a time.
 * Cheap, so that the load leaves the processors to the server. Not thread-safe.
 */
final class HttpConnection implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final byte[] CONTENT_LENGTH = ascii("\ncontent-length:");
  private static final byte[] CHUNKED = ascii("\ntransfer-encoding: chunked");
  private static final byte[] CLOSE = ascii("\nconnection: close");

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[64 * 1024];
  private int read;
  private int headEnd;
  private byte[] body = new byte[4096];
  private int bodyLength;

  HttpConnection(int port) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @return its status
   * @throws IOException if the answer breaks off, is too large, or closes the connection
   */
  int exchange(byte[] request) throws IOException {
    out.write(request);
    read = 0;
    bodyLength = 0;
    headEnd = readHead();
    if (find(CLOSE) >= 0) {
      throw new IOException("The server closes the connection: " + head());
    }
    int length = find(CONTENT_LENGTH);
    if (length >= 0) {
      readBody(number(length + CONTENT_LENGTH.length));
    } else if (find(CHUNKED) >= 0) {
      readChunks();
    } else {
      throw new IOException("An answer without length: " + head());
    }
    return (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + (buffer[11] - '0');
  }

  /** Whether the last answer's body is exactly this. */
  boolean bodyIs(byte[] expected) {
    return Arrays.equals(body, 0, bodyLength, expected, 0, expected.length);
  }

  /** The last answer's body. */
  byte[] body() {
    return Arrays.copyOf(body, bodyLength);
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
    socket.close();
  }

  private String head() {
    return new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
  }

  private int readHead() throws IOException {
    int scanned = 3;
    while (true) {
      for (int i = Math.max(scanned, 3); i < read; i++) {
        if (buffer[i] == '\n'
            && buffer[i - 1] == '\r'
            && buffer[i - 2] == '\n'
            && buffer[i - 3] == '\r') {
          return i + 1;
        }
      }
      scanned = read;
      fill();
    }
  }

  private void fill() throws IOException {
    if (read == buffer.length) {
      throw new IOException("An answer of more than 64 KiB");
    }
    int more = in.read(buffer, read, buffer.length - read);
    if (more < 0) {
      throw new EOFException("The server closed the connection");
    }
    read += more;
  }

  private void readBody(int length) throws IOException {
    while (read < headEnd + length) {
      fill();
    }
    append(headEnd, length);
  }

  private void readChunks() throws IOException {
    int position = headEnd;
    while (true) {
      int lineEnd = lineEnd(position);
      int size =
          Integer.parseInt(
              new String(buffer, position, lineEnd - position, StandardCharsets.ISO_8859_1), 16);
      int end = lineEnd + 2 + size + 2;
      while (read < end) {
        fill();
      }
      if (size == 0) {
        return;
      }
      append(lineEnd + 2, size);
      position = end;
    }
  }

  private int lineEnd(int from) throws IOException {
    int position = from;
    while (true) {
      while (position + 1 < read) {
        if (buffer[position] == '\r' && buffer[position + 1] == '\n') {
          return position;
        }
        position++;
      }
      fill();
    }
  }

  private void append(int from, int length) {
    if (bodyLength + length > body.length) {
      body = Arrays.copyOf(body, Math.max(2 * body.length, bodyLength + length));
    }
    System.arraycopy(buffer, from, body, bodyLength, length);
    bodyLength += length;
  }

  private int number(int from) {
    int number = 0;
    for (int i = from; buffer[i] != '\r'; i++) {
      if (buffer[i] != ' ') {
        number = number * 10 + (buffer[i] - '0');
      }
    }
    return number;
  }

  /** Where a text in lower case stands in the head, whatever its case there; -1 if nowhere. */
  private int find(byte[] text) {
    for (int i = 0; i + text.length <= headEnd; i++) {
      if (buffer[i] == '\n' && matches(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(byte[] text, int at) {
    for (int i = 0; i < text.length; i++) {
      int c = buffer[at + i];
      if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
