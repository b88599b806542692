package io.gatemason.runtime.integration;

import io.gatemason.runtime.exchange.ApiInfo;
import io.gatemason.runtime.exchange.Exchange;
import io.gatemason.runtime.exchange.MethodHandler;
import io.gatemason.runtime.exchange.MethodInfo;
import io.gatemason.runtime.exchange.Route;
import io.gatemason.runtime.server.GatewayApi;
import io.gatemason.runtime.server.GatewayServer;
import io.gatemason.runtime.server.GatewaySettings;
import io.gatemason.runtime.service.Services;
import io.gatemason.runtime.service.Stage;
import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A gateway with one method for all requests, and a client that speaks bytes. */
final class GatewayFixture implements AutoCloseable {
  /** The body of the method. */
  interface Method {
    void handle(Exchange exchange, HttpBackend backend);
  }

  private final GatewayServer server;

  GatewayFixture(Method method) {
    this(Map.of(), ApiInfo.of("api1", ""), method);
  }

  GatewayFixture(Map<String, String> settings, ApiInfo info, Method method) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("server.port", "0");
    all.put("server.host", "127.0.0.1");
    Config config = Config.just(ConfigSources.create(all));
    Services services = Services.open(config);
    Stage stage = new Stage(services, info);
    server =
        GatewayServer.start(
            GatewaySettings.of(config),
            services,
            List.of(new Api(stage.info(), method, stage.http())));
  }

  /** Sends the request text with a Host header and Connection: close; returns the answer. */
  String send(String requestLine, String headers, String body) {
    try (Socket socket = connect()) {
      write(socket, requestLine, headers, body);
      return readAnswer(socket.getInputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String get(String path) {
    return send("GET " + path + " HTTP/1.1", "", "");
  }

  void write(Socket socket, String requestLine, String headers, String body) throws IOException {
    String text = requestLine + "\r\nHost: gateway\r\n" + headers;
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    socket
        .getOutputStream()
        .write(
            (text + length + "Connection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(15_000);
    return socket;
  }

  /** Reads one answer as it is framed, or as far as it comes. */
  static String readAnswer(InputStream input) throws IOException {
    String head = readHead(input);
    String lower = head.toLowerCase(Locale.ROOT);
    int declared = lower.indexOf("\r\ncontent-length: ");
    if (declared >= 0) {
      int start = declared + 18;
      int length = Integer.parseInt(lower.substring(start, lower.indexOf('\r', start)).strip());
      return head + new String(input.readNBytes(length), StandardCharsets.ISO_8859_1);
    }
    return lower.contains("\r\ntransfer-encoding: chunked") ? head + readChunks(input) : head;
  }

  private static String readChunks(InputStream input) throws IOException {
    StringBuilder chunks = new StringBuilder();
    while (true) {
      String size = readLine(input);
      chunks.append(size);
      if (!size.endsWith("\r\n")) {
        return chunks.toString();
      }
      int length = Integer.parseInt(size.strip(), 16) + 2;
      byte[] chunk = input.readNBytes(length);
      chunks.append(new String(chunk, StandardCharsets.ISO_8859_1));
      if (length == 2 || chunk.length < length) {
        return chunks.toString();
      }
    }
  }

  private static String readLine(InputStream input) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = input.read(); b >= 0; b = input.read()) {
      line.append((char) b);
      if (b == '\n') {
        break;
      }
    }
    return line.toString();
  }

  /** Reads up to and including the blank line after the head. */
  static String readHead(InputStream input) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = input.read();
      if (b < 0) {
        return head.toString();
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() {
    server.stop();
  }

  private record Api(ApiInfo info, Method method, HttpBackend backend) implements GatewayApi {
    @Override
    public MethodHandler route(Route route) {
      return new MethodHandler() {
        @Override
        public MethodInfo info() {
          return MethodInfo.of("ANY", "/{proxy+}");
        }

        @Override
        public void handle(Exchange exchange) {
          method.handle(exchange, backend);
        }
      };
    }
  }
}
