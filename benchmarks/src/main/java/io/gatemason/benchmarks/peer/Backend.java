package io.gatemason.benchmarks.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The backend behind proxies: answers every request at once with the same kilobyte of JSON, at as
 * little cost as can be. It reads requests without a body only.
 */
public final class Backend {
  private Backend() {}

  /** The answer's body. */
  public static String body() {
    String item =
        "{\"id\":\"%04d\",\"name\":\"an item of the order\",\"quantity\":3,\"price\":12.5}";
    StringBuilder body = new StringBuilder("{\"orderId\":\"4711\",\"items\":[");
    for (int i = 0; i < 14; i++) {
      body.append(i == 0 ? "" : ",").append(item.formatted(i));
    }
    return body.append("]}").toString();
  }

  /** Serves on the port given as the only argument until the process is ended. */
  public static void main(String[] args) throws IOException {
    String body = body();
    byte[] answer =
        ("HTTP/1.1 200 OK\r\n"
                + "Content-Type: application/json\r\n"
                + "Cache-Control: no-store\r\n"
                + "X-Backend: orders\r\n"
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(StandardCharsets.US_ASCII);
    new CannedServer(answer, Backend::endsWithEmptyLine).serve(Integer.parseInt(args[0]));
  }

  private static boolean endsWithEmptyLine(byte[] buffer, int length) {
    return length >= 4
        && buffer[length - 1] == '\n'
        && buffer[length - 2] == '\r'
        && buffer[length - 3] == '\n'
        && buffer[length - 4] == '\r';
  }
}
