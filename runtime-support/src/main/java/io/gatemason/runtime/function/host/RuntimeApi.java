package io.gatemason.runtime.function.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatemason.runtime.function.FunctionResult;
import io.gatemason.runtime.function.host.RuntimeSession.TransitionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda Runtime API, version 2018-06-01, for one process: on a loopback port of its own, so
 * that no process can take or answer the invocation of another. Source: "Using the Lambda runtime
 * API for custom runtimes" of the Lambda guide.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "2018-06-01/runtime/";
  private static final String NEXT = "invocation/next";
  private static final String INIT_ERROR = "init/error";
  private static final String INVOCATION = "invocation/";
  private static final byte[] ACCEPTED =
      "{\"status\":\"OK\"}\n".getBytes(StandardCharsets.US_ASCII);

  private final HttpServer server;
  private final RuntimeSession session;

  private RuntimeApi(HttpServer server, RuntimeSession session) {
    this.server = server;
    this.session = session;
  }

  /** Opens the API on a free port. */
  static RuntimeApi open(RuntimeSession session) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    RuntimeApi api = new RuntimeApi(server, session);
    server.setExecutor(Thread::startVirtualThread);
    server.createContext("/", api::handle);
    server.start();
    return api;
  }

  /** Where the process finds it: {@code host:port}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Breaks all connections. */
  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      route(exchange);
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    try {
      // A client may join an address with a path by one slash too many.
      String path = exchange.getRequestURI().toString().replaceFirst("^/+", "");
      if (!path.startsWith(ROOT)) {
        answer(exchange, 404, "Runtime.NotFound", "Unknown path");
        return;
      }
      String call = path.substring(ROOT.length());
      if (exchange.getRequestMethod().equals("GET") && call.equals(NEXT)) {
        next(exchange);
      } else if (exchange.getRequestMethod().equals("POST")) {
        post(exchange, call);
      } else {
        answer(exchange, 405, "Runtime.MethodNotAllowed", "Unknown method");
      }
    } catch (TransitionException e) {
      answer(exchange, 403, "InvalidStateTransition", String.valueOf(e.getMessage()));
    }
  }

  private void next(HttpExchange exchange) throws IOException, TransitionException {
    Invocation invocation = session.next();
    // Any answer would be taken for an event, even by its status: there are clients that ignore it.
    if (invocation != null) {
      session.headers(invocation).forEach(exchange.getResponseHeaders()::set);
      send(exchange, 200, invocation.event());
    }
  }

  private void post(HttpExchange exchange, String call) throws IOException, TransitionException {
    byte[] body = body(exchange.getRequestBody());
    if (call.equals(INIT_ERROR)) {
      session.failInit(errorObject(exchange, body));
      send(exchange, 202, ACCEPTED);
      return;
    }
    int slash = call.lastIndexOf('/');
    String kind = call.substring(slash + 1);
    boolean known = kind.equals("response") || kind.equals("error");
    if (!call.startsWith(INVOCATION) || slash < INVOCATION.length() || !known) {
      answer(exchange, 404, "Runtime.NotFound", "Unknown path");
      return;
    }
    end(exchange, call.substring(INVOCATION.length(), slash), kind, body);
  }

  private void end(HttpExchange exchange, String requestId, String kind, byte @Nullable [] body)
      throws IOException {
    FunctionResult result;
    if (kind.equals("error")) {
      result = FunctionResult.failed(errorObject(exchange, body));
    } else {
      result = body == null ? RuntimeErrors.resultTooLarge() : FunctionResult.returned(body);
    }
    if (!session.end(requestId, result)) {
      answer(exchange, 400, "InvalidRequestID", "Invalid request ID");
    } else if (body == null) {
      answer(
          exchange,
          413,
          "RequestEntityTooLarge",
          "Exceeded maximum allowed payload size (" + RuntimeErrors.PAYLOAD_BYTES + " bytes).");
    } else {
      send(exchange, 202, ACCEPTED);
    }
  }

  /** What the process reported; an empty or oversized report is replaced by its type. */
  private static byte[] errorObject(HttpExchange exchange, byte @Nullable [] body) {
    if (body != null && body.length > 0) {
      return body;
    }
    String type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    return RuntimeErrors.json(type == null ? "Runtime.Unknown" : type, "");
  }

  /** The whole body; null if it is too large, which is read to its end to keep the connection. */
  private static byte @Nullable [] body(InputStream stream) throws IOException {
    byte[] body = stream.readNBytes(RuntimeErrors.PAYLOAD_BYTES + 1);
    if (body.length <= RuntimeErrors.PAYLOAD_BYTES) {
      return body;
    }
    stream.transferTo(OutputStream.nullOutputStream());
    return null;
  }

  private static void answer(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    send(exchange, status, RuntimeErrors.json(type, message));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
