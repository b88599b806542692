package io.gatemason.runtime.payload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text payloads are UTF-8 on both sides of the gateway; what is not becomes U+FFFD. */
final class Utf8 {

  private Utf8() {}

  /** The bytes with every invalid sequence replaced; the same array if there is none. */
  static byte[] repaired(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
      }
    }
    return bytes;
  }

  /** The stream with every invalid sequence replaced as its bytes pass. */
  static InputStream repaired(InputStream source) {
    return new RepairingStream(source, CodingErrorAction.REPLACE);
  }

  /** As {@link #repaired(InputStream)}, but every byte of an invalid sequence becomes {@code ?}. */
  static InputStream repairedInPlace(InputStream source) {
    return new RepairingStream(source, CodingErrorAction.REPORT);
  }

  /** Whether there is no invalid sequence; the last one may not be whole yet. */
  static boolean begins(byte[] text) {
    CharBuffer chars = CharBuffer.allocate(text.length);
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(text), chars, false)
        .isError();
  }

  private static final class RepairingStream extends InputStream {
    private static final int SIZE = 8192;

    private final InputStream source;
    private final CharsetDecoder decoder;
    private final ByteBuffer raw = ByteBuffer.allocate(SIZE);
    private final CharBuffer chars = CharBuffer.allocate(SIZE + 8);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private boolean ended;

    RepairingStream(InputStream source, CodingErrorAction invalid) {
      this.source = source;
      this.decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(invalid);
    }

    @Override
    public int read() throws IOException {
      return fill() ? ready.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int count = Math.min(length, ready.remaining());
      ready.get(buffer, offset, count);
      return count;
    }

    @Override
    public int available() throws IOException {
      return ready.hasRemaining() ? ready.remaining() : source.available();
    }

    @Override
    public void close() throws IOException {
      source.close();
    }

    private boolean fill() throws IOException {
      while (!ready.hasRemaining() && !ended) {
        int read = source.read(raw.array(), raw.position(), raw.remaining());
        ended = read < 0;
        raw.position(raw.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(raw, chars, ended);
        while (result.isMalformed()) {
          chars.put("?".repeat(result.length()));
          raw.position(raw.position() + result.length());
          result = decoder.decode(raw, chars, ended);
        }
        if (ended) {
          decoder.flush(chars);
        }
        raw.compact();
        chars.flip();
        ready = StandardCharsets.UTF_8.encode(chars);
        chars.clear();
      }
      return ready.hasRemaining();
    }
  }
}
