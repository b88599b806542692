package io.gatemason.runtime.websocket;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A client that sends what it is told to, right or wrong. */
final class RawSocket implements AutoCloseable {
  static final int FIN = 0x80;

  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private RawSocket(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(4_000);
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** What came: an opcode and a payload. Opcode -1 is the end of the connection. */
  record Frame(int opcode, boolean last, byte[] payload) {
    String text() {
      return new String(payload, UTF_8);
    }

    int code() {
      return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
    }
  }

  /** Sends a head and gives the status line. */
  static RawSocket connect(int port) throws IOException {
    return new RawSocket(port);
  }

  /** A connection that is open. */
  static RawSocket open(int port) throws IOException {
    RawSocket opened = connect(port);
    String status = opened.handshake("");
    if (!status.contains(" 101 ")) {
      throw new IOException(status);
    }
    return opened;
  }

  /** Asks for a connection and sends bytes with that; the head of the answer. */
  String handshakeWith(byte[] glued) throws IOException {
    return request(head("") + new String(glued, ISO_8859_1));
  }

  /** The same with more fields in the head. */
  String handshakeWith(String moreFields, byte[] body) throws IOException {
    return request(head(moreFields) + new String(body, ISO_8859_1));
  }

  /** Asks for a connection and does not wait for an answer. */
  void ask() throws IOException {
    send(head("").getBytes(ISO_8859_1));
  }

  /** Breaks the connection. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Asks for a connection; the head of the answer. */
  String handshake(String moreFields) throws IOException {
    return request(head(moreFields));
  }

  private static String head(String moreFields) {
    return "GET /dev HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
        + moreFields
        + "\r\n";
  }

  /** Sends a whole request; the head of the answer. */
  String request(String head) throws IOException {
    send(head.getBytes(ISO_8859_1));
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) in.readUnsignedByte());
    }
    return answer.toString();
  }

  /** From now on silence is no failure before minutes have passed. */
  void waitLong() throws IOException {
    socket.setSoTimeout(300_000);
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void send(int first, byte[] payload) throws IOException {
    send(frame(first, payload));
  }

  void text(String text) throws IOException {
    send(FIN | Frames.TEXT, text.getBytes(UTF_8));
  }

  void closeWith(int code, String reason) throws IOException {
    byte[] text = reason.getBytes(UTF_8);
    byte[] payload = new byte[2 + text.length];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(text, 0, payload, 2, text.length);
    send(FIN | Frames.CLOSE, payload);
  }

  static byte[] frame(int first, byte[] payload) {
    return frame(first, payload, payload.length, 0x80);
  }

  /** A frame that claims a length, in as few bytes as it takes. */
  static byte[] frame(int first, byte[] payload, long length, int maskBit) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (length <= 125) {
      frame.write(maskBit | (int) length);
    } else if (length <= 0xFFFF) {
      frame.write(maskBit | 126);
      frame.write((int) length >> 8);
      frame.write((int) length);
    } else {
      frame.write(maskBit | 127);
      for (int i = 56; i >= 0; i -= 8) {
        frame.write((int) (length >> i));
      }
    }
    if (maskBit == 0) {
      frame.writeBytes(payload);
      return frame.toByteArray();
    }
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ MASK[i % 4]);
    }
    return frame.toByteArray();
  }

  Frame receive() throws IOException {
    try {
      int first = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      if ((first & 0x70) != 0 || second > 127) {
        throw new IOException("masked, or with reserved bits");
      }
      long length = second;
      if (second == 126) {
        length = in.readUnsignedShort();
      } else if (second == 127) {
        length = in.readLong();
      }
      byte[] payload = new byte[(int) length];
      in.readFully(payload);
      return new Frame(first & 0x0F, (first & FIN) != 0, payload);
    } catch (EOFException | SocketException e) {
      return new Frame(-1, true, new byte[0]);
    }
  }

  /** The next message, its fragments put together. */
  String message() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Frame frame = receive();
    while (true) {
      if (frame.opcode() != Frames.TEXT && frame.opcode() != Frames.CONTINUATION) {
        return "opcode " + frame.opcode() + ", code " + frame.code();
      }
      all.writeBytes(frame.payload());
      if (frame.last()) {
        return all.toString(UTF_8);
      }
      frame = receive();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
