package io.gatemason.runtime.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;

/** Speaks HTTP/2 frame by frame. */
final class Http2Frames implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int SETTINGS = 4;
  static final int GO_AWAY = 7;
  static final int WINDOW_UPDATE = 8;
  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  private final Socket socket;
  private final DataInputStream in;

  /** A connection that is open. */
  Http2Frames(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
    socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1));
    send(SETTINGS, 0, 0, new byte[0]);
  }

  /** A frame: what comes next is not read. */
  record Frame(int type, int flags, int stream, byte[] payload) {
    boolean ends(int ofStream) {
      return stream == ofStream && type <= HEADERS && (flags & END_STREAM) != 0;
    }

    /** Of a GOAWAY: the last stream and the code. */
    String goodbye() {
      ByteBuffer words = ByteBuffer.wrap(payload);
      return "last " + words.getInt() + " code " + words.getInt();
    }
  }

  void send(int type, int flags, int stream, byte[] payload) throws IOException {
    socket
        .getOutputStream()
        .write(
            ByteBuffer.allocate(9 + payload.length)
                .putInt(payload.length << 8 | type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array());
  }

  /** A GET or HEAD, or the head of a POST. */
  void request(int stream, String verb, String path) throws IOException {
    boolean get = !verb.equals("POST");
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[] {0x02, (byte) verb.length()});
    block.writeBytes(verb.getBytes(ISO_8859_1));
    block.writeBytes(new byte[] {(byte) 0x86, 0x01, 1, 'a', 0x04});
    block.write(path.length());
    block.writeBytes(path.getBytes(ISO_8859_1));
    send(HEADERS, get ? END_HEADERS | END_STREAM : END_HEADERS, stream, block.toByteArray());
  }

  /** The next frame. */
  Frame next() throws IOException {
    int head = in.readInt();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    return new Frame(head & 0xFF, flags, stream, in.readNBytes(head >>> 8));
  }

  /** The next frame of a type. */
  Frame next(int type) throws IOException {
    Frame frame = next();
    while (frame.type() != type) {
      frame = next();
    }
    return frame;
  }

  /** All GOAWAYs until the connection ends, and whether the stream ended before. */
  String end(int stream) throws IOException {
    StringBuilder goodbyes = new StringBuilder();
    try {
      while (true) {
        Frame frame = next();
        goodbyes.append(frame.type() == GO_AWAY ? frame.goodbye() + "; " : "");
        goodbyes.append(frame.ends(stream) ? "end of stream; " : "");
      }
    } catch (EOFException | SocketException e) {
      return goodbyes + "end";
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
