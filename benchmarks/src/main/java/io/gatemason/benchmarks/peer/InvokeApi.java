package io.gatemason.benchmarks.peer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Lambda's Invoke API in front of one function, which answers every event at once with the same
 * proxy result, at as little cost as can be. It keeps the first event in a file.
 */
public final class InvokeApi {
  private static final String LENGTH = "\r\ncontent-length: ";

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
    int port = Integer.parseInt(args[0]);
    try (ServerSocket listener = new ServerSocket(port, 1024, InetAddress.getLoopbackAddress())) {
      while (true) {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> serve(socket, answer, first));
      }
    }
  }

  private static void serve(Socket socket, byte[] answer, Path first) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[16 * 1024];
      ByteArrayOutputStream request = new ByteArrayOutputStream(buffer.length);
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        request.write(buffer, 0, read);
        int start = bodyStart(request.toString(StandardCharsets.ISO_8859_1));
        if (start >= 0) {
          if (Files.notExists(first)) {
            byte[] all = request.toByteArray();
            Files.write(first, java.util.Arrays.copyOfRange(all, start, all.length));
          }
          socket.getOutputStream().write(answer);
          request.reset();
        }
      }
    } catch (IOException e) {
      System.err.println("A gateway left: " + e.getMessage());
    }
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
