package io.gatemason.runtime.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection of HTTP/2 over TLS, on which requests may name any host. */
final class Http2Calls implements AutoCloseable {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int GET = 0x82;
  private static final int HTTPS = 0x87;
  private static final int AUTHORITY = 1;
  private static final int PATH = 4;
  private static final int GOAWAY = 7;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_OF_BOTH = 5;

  private final SSLSocket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private int stream = -1;

  private Http2Calls(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** A connection whose TLS is agreed for {@code serverName}. */
  static Http2Calls open(int port, String serverName, TestCertificates.@Nullable Identity identity)
      throws IOException, GeneralSecurityException {
    TlsClient client = new TlsClient(port).identity(identity).protocols("h2");
    Http2Calls calls = new Http2Calls(client.connect(serverName));
    calls.out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    calls.write(SETTINGS, 0, 0, new byte[0]);
    return calls;
  }

  /** The body of the answer to a request. */
  String get(String authority, String path) throws IOException {
    stream += 2;
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    fields.write(GET);
    fields.write(HTTPS);
    field(fields, AUTHORITY, authority);
    field(fields, PATH, path);
    write(HEADERS, END_OF_BOTH, stream, fields.toByteArray());
    return body();
  }

  /** A literal field without indexing, of an indexed name (RFC 7541 §6.2.2). */
  private static void field(ByteArrayOutputStream fields, int name, String value) {
    fields.write(name);
    fields.write(value.length());
    fields.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
  }

  private void write(int type, int flags, int id, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(payload.length >> 16);
    frame.write(payload.length >> 8);
    frame.write(payload.length);
    frame.write(type);
    frame.write(flags);
    frame.writeBytes(
        new byte[] {(byte) (id >> 24), (byte) (id >> 16), (byte) (id >> 8), (byte) id});
    frame.writeBytes(payload);
    out.write(frame.toByteArray());
    out.flush();
  }

  private String body() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int length = (in.readUnsignedByte() << 16) + in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int id = in.readInt();
      byte[] payload = in.readNBytes(length);
      if (type == SETTINGS && (flags & ACK) == 0) {
        write(SETTINGS, ACK, 0, new byte[0]);
      }
      if (id == stream && type == DATA) {
        body.writeBytes(payload);
      }
      if (id == stream && (type == DATA || type == HEADERS) && (flags & END_STREAM) != 0) {
        return body.toString(StandardCharsets.UTF_8);
      }
      if (type == GOAWAY) {
        throw new IOException("the connection ends: " + Arrays.toString(payload));
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
