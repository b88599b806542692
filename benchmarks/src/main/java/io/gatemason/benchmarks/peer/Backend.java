package io.gatemason.benchmarks.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The backend behind proxies: answers every request at once with the same kilobyte of JSON, at as
 * little cost as can be. It reads requests without a body only.
 */
public final class Backend {
  private Backend() {}

  /** The answer's body. */
  static String body() {
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
    int port = Integer.parseInt(args[0]);
    try (ServerSocket listener = new ServerSocket(port, 1024, InetAddress.getLoopbackAddress())) {
      while (true) {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket, answer));
      }
    }
  }

  private static void serve(Socket socket, byte[] answer) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      int filled = 0;
      for (int more = in.read(buffer);
          more >= 0;
          more = in.read(buffer, filled, buffer.length - filled)) {
        filled += more;
        if (endsWithEmptyLine(buffer, filled)) {
          out.write(answer);
          filled = 0;
        }
      }
    } catch (IOException e) {
      System.err.println("A proxy left: " + e.getMessage());
    }
  }

  private static boolean endsWithEmptyLine(byte[] buffer, int length) {
    return length >= 4
        && buffer[length - 1] == '\n'
        && buffer[length - 2] == '\r'
        && buffer[length - 3] == '\n'
        && buffer[length - 4] == '\r';
  }
}
