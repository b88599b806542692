package io.gatemason.benchmarks.peer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Lambda's Invoke API in front of one function, which answers every event at once with the same
 * proxy result, at as little cost as can be. It keeps the first event in a file.
 */
public final class InvokeApi {
  private static final String LENGTH = "\r\ncontent-length: ";

  private static boolean kept;

  private InvokeApi() {}

  /**
   * Serves until the process is ended.
   *
   * @param args the port, the file for the first event
   */
  public static void main(String[] args) throws IOException {
    String result =
        "{\"statusCode\":200,\"headers\":{\"Content-Type\":\"application/json\","
            + "\"Cache-Control\":\"no-store\"},\"body\":\""
            + new String(JsonStringEncoder.getInstance().quoteAsString(Backend.body()))
            + "\"}";
    byte[] answer =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + result.length()
                + "\r\n\r\n"
                + result)
            .getBytes(StandardCharsets.US_ASCII);
    Path first = Path.of(args[1]);
    new CannedServer(answer, (received, length) -> ended(received, length, first))
        .serve(Integer.parseInt(args[0]));
  }

  private static boolean ended(byte[] received, int length, Path first) throws IOException {
    int start = bodyStart(new String(received, 0, length, StandardCharsets.ISO_8859_1));
    if (start >= 0 && !kept) {
      Files.write(first, Arrays.copyOfRange(received, start, length));
      kept = true;
    }
    return start >= 0;
  }

  /** Where the body of a request starts that has arrived as a whole, else -1. */
  private static int bodyStart(String request) {
    int end = request.indexOf("\r\n\r\n");
    if (end < 0) {
      return -1;
    }
    String head = request.substring(0, end).toLowerCase(Locale.ROOT) + "\r\n";
    int length = head.indexOf(LENGTH) + LENGTH.length();
    int declared = Integer.parseInt(head.substring(length, head.indexOf('\r', length)).strip());
    return request.length() >= end + 4 + declared ? end + 4 : -1;
  }
}
