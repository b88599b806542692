package io.gatemason.runtime.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The chunks of a backend's answer without their framing (RFC 9112 §7.1). The sizes are hexadecimal
 * digits and nothing else; extensions and trailers are dropped.
 */
final class StrictChunks extends InputStream {
  private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(;.*)?");
  private static final int MOST_TRAILERS = 100;

  private final SessionInputBuffer buffer;
  private final InputStream connection;
  private final CharArrayBuffer line = new CharArrayBuffer(32);
  private long left;
  private boolean begun;
  private boolean ended;

  StrictChunks(SessionInputBuffer buffer, InputStream connection) {
    this.buffer = buffer;
    this.connection = connection;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = buffer.read(bytes, offset, (int) Math.min(count, left), connection);
    if (read < 0) {
      throw new ConnectionClosedException("The backend closed the connection within a chunk");
    }
    left -= read;
    return read;
  }

  private void nextChunk() throws IOException {
    if (begun && !readLine().isEmpty()) {
      throw new MalformedChunkCodingException("Chunk longer than its size");
    }
    begun = true;
    Matcher size = SIZE.matcher(readLine());
    if (!size.matches()) {
      throw new MalformedChunkCodingException("Chunk size that is no number");
    }
    left = Long.parseLong(size.group(1), 16);
    if (left == 0) {
      skipTrailers();
      ended = true;
    }
  }

  private void skipTrailers() throws IOException {
    for (int i = 0; !readLine().isEmpty(); i++) {
      if (i == MOST_TRAILERS) {
        throw new MalformedChunkCodingException("Too many trailers");
      }
    }
  }

  private String readLine() throws IOException {
    line.clear();
    if (buffer.readLine(line, connection) < 0) {
      throw new ConnectionClosedException("The backend closed the connection between chunks");
    }
    return line.toString();
  }

  @Override
  public int available() {
    return (int) Math.min(left, buffer.length());
  }
}
