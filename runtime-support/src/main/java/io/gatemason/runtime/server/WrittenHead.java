package io.gatemason.runtime.server;

import io.gatemason.runtime.exchange.ClientLine;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The line of the client of one HTTP/1 request, whose head is still at hand as it came: the parser
 * keeps no letter case of names that HTTP defines.
 */
final class WrittenHead implements ClientLine {
  /** From the end of the last header line to that of the head. */
  private static final int HEAD_END = "\n\r\n".length();

  private final ClientInput input;
  private final byte[][] received;
  private final int end;

  /** {@code received} are parts of what came, in order; the head ends in them at {@code end}. */
  WrittenHead(ClientInput input, byte[][] received, int end) {
    this.input = input;
    this.received = received;
    this.end = end;
  }

  @Override
  public boolean hungUp() {
    return input.hungUp();
  }

  @Override
  public OutputStream begin(ServerResponse response) {
    return HeadFirst.send(response);
  }

  /**
   * Read from the end, since only there it is known where the head lies; the first of a name
   * counts.
   */
  @Override
  public Map<String, String> writtenNames() {
    byte[] head = received.length == 1 ? received[0] : joined();
    Map<String, String> names = new HashMap<>();
    int lineEnd = end - HEAD_END;
    while (lineEnd > 0) {
      int start = lineEnd;
      while (start > 0 && head[start - 1] != '\n') {
        start--;
      }
      String name = name(head, start, lineEnd);
      if (name.isEmpty()) {
        return names;
      }
      names.put(name.toLowerCase(Locale.ROOT), name);
      lineEnd = start - 1;
    }
    return names;
  }

  private byte[] joined() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : received) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  /** The name in a header line, "" for the request line. */
  private static String name(byte[] head, int start, int lineEnd) {
    for (int i = start; i < lineEnd && head[i] != ' '; i++) {
      if (head[i] == ':') {
        return new String(head, start, i - start, StandardCharsets.ISO_8859_1);
      }
    }
    return "";
  }
}
