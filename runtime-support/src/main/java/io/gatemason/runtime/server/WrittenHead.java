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
  private static final String LINE_END = "\r\n";

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
    Map<String, String> names = new HashMap<>();
    String text = text();
    int lineEnd = text.length() - 2 * LINE_END.length();
    while (lineEnd > 0) {
      int before = text.lastIndexOf(LINE_END, lineEnd - 1);
      int start = before < 0 ? 0 : before + LINE_END.length();
      String name = name(text.substring(start, lineEnd));
      if (name.isEmpty()) {
        return names;
      }
      names.put(name.toLowerCase(Locale.ROOT), name);
      lineEnd = before;
    }
    return names;
  }

  private String text() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : received) {
      bytes.writeBytes(part);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).substring(0, end);
  }

  /** The name in a header line, "" for the request line. */
  private static String name(String line) {
    int colon = line.indexOf(':');
    int blank = line.indexOf(' ');
    return colon < 0 || (blank >= 0 && blank < colon) ? "" : line.substring(0, colon);
  }
}
