package io.gatemason.runtime.server.tls;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The first message of a client (RFC 8446 §4.1.2), from which the host is known before anything is
 * decided.
 *
 * @param records the records that it came in, which whoever does the handshake has to see
 * @param serverName the host in lower case (RFC 6066 §3), null if the client names none
 */
@SuppressWarnings("ArrayRecordComponent")
record ClientHello(byte[] records, @Nullable String serverName) {
  private static final int RECORD_HEADER = 5;
  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int MESSAGE_HEADER = 4;
  private static final int LONGEST_RECORD = 16_384 + 256;
  private static final int LONGEST = 65_536;
  private static final int VERSION_AND_RANDOM = 34;
  private static final int SERVER_NAME = 0;
  private static final int HOST_NAME = 0;

  /**
   * Reads it.
   *
   * @throws SSLException if something else comes
   */
  static ClientHello read(InputStream in) throws IOException {
    ByteArrayOutputStream records = new ByteArrayOutputStream();
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int length = MESSAGE_HEADER;
    while (message.size() < length) {
      byte[] header = exactly(in, RECORD_HEADER);
      int fragment = ((header[3] & 0xff) << 8) | (header[4] & 0xff);
      if (header[0] != HANDSHAKE || header[1] != 3 || fragment == 0 || fragment > LONGEST_RECORD) {
        throw new SSLException("the client does not begin with TLS");
      }
      byte[] content = exactly(in, fragment);
      records.writeBytes(header);
      records.writeBytes(content);
      message.writeBytes(content);
      if (length == MESSAGE_HEADER && message.size() >= MESSAGE_HEADER) {
        length += length(message.toByteArray());
      }
    }
    return new ClientHello(records.toByteArray(), serverName(message.toByteArray()));
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the client is gone");
    }
    return bytes;
  }

  /** How long the message is behind its header. */
  private static int length(byte[] message) throws SSLException {
    if (message[0] != CLIENT_HELLO) {
      throw new SSLException("the client does not begin with a hello");
    }
    int length = ((message[1] & 0xff) << 16) | ((message[2] & 0xff) << 8) | (message[3] & 0xff);
    if (length > LONGEST) {
      throw new SSLException("the client's hello is too long");
    }
    return length;
  }

  /** A message that is malformed names no host; the handshake will say so. */
  private static @Nullable String serverName(byte[] message) {
    try {
      ByteBuffer hello = ByteBuffer.wrap(message);
      skip(hello, MESSAGE_HEADER + VERSION_AND_RANDOM);
      skip(hello, hello.get() & 0xff);
      skip(hello, hello.getShort() & 0xffff);
      skip(hello, hello.get() & 0xff);
      skip(hello, 2);
      while (hello.remaining() > MESSAGE_HEADER) {
        int type = hello.getShort() & 0xffff;
        int length = hello.getShort() & 0xffff;
        if (type == SERVER_NAME) {
          return hostName(hello);
        }
        skip(hello, length);
      }
      return null;
    } catch (BufferUnderflowException e) {
      return null;
    }
  }

  private static @Nullable String hostName(ByteBuffer extension) {
    skip(extension, 2);
    if (extension.get() != HOST_NAME) {
      return null;
    }
    byte[] name = new byte[extension.getShort() & 0xffff];
    extension.get(name);
    return new String(name, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
  }

  private static void skip(ByteBuffer buffer, int count) {
    if (count > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    buffer.position(buffer.position() + count);
  }
}
