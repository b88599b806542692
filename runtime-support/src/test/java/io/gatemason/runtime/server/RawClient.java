package io.gatemason.runtime.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Speaks HTTP/1.1 byte by byte, so that nothing comes between a test and the wire. */
final class RawClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** One request on a connection of its own; {@code head} has lines, the last one without end. */
  static Reply send(int port, String head, byte[] body) throws IOException {
    try (RawClient client = new RawClient(port)) {
      client.write(head, body);
      return client.read(head.startsWith("HEAD "));
    }
  }

  static Reply get(int port, String target, String... headers) throws IOException {
    return send(port, head("GET " + target, headers), new byte[0]);
  }

  static String head(String verbAndTarget, String... headers) {
    String extra = headers.length == 0 ? "" : "\n" + String.join("\n", headers);
    boolean host = extra.toLowerCase(Locale.ROOT).contains("\nhost:");
    return verbAndTarget + " HTTP/1.1" + (host ? "" : "\nHost: localhost") + extra;
  }

  void write(String head, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((head.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  void raw(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  int readHeadOnly() throws IOException {
    String statusLine = line();
    while (!line().isEmpty()) {
      continue;
    }
    return Integer.parseInt(statusLine.substring(9, 12));
  }

  /** The next chunk of a chunked body, "" for the last one. */
  String readChunk() throws IOException {
    byte[] chunk = in.readNBytes(Integer.parseInt(line(), 16));
    line();
    return new String(chunk, StandardCharsets.ISO_8859_1);
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  Reply read(boolean head) throws IOException {
    String statusLine = line();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon),
          List.of(line.substring(colon + 1).strip()),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    byte[] body = new byte[0];
    if (!head && headers.containsKey("transfer-encoding")) {
      body = chunks();
    } else if (!head && headers.containsKey("content-length")) {
      body = in.readNBytes(Integer.parseInt(headers.get("content-length").getFirst()));
    }
    return new Reply(Integer.parseInt(statusLine.substring(9, 12)), statusLine, headers, body);
  }

  boolean closedByServer() throws IOException {
    return in.read() < 0;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("connection closed after: " + line);
      }
      line.append((char) c);
    }
    return line.substring(0, line.length() - 1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  record Reply(int status, String statusLine, Map<String, List<String>> headers, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String statusAndText() {
      return status + text();
    }

    /** The header's only value, "" if it is missing. */
    String header(String name) {
      List<String> values = headers.getOrDefault(name, List.of(""));
      if (values.size() != 1) {
        throw new AssertionError(name + " repeated: " + values);
      }
      return values.getFirst();
    }
  }
}
