package io.gatemason.runtime.integration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Answers as an AWS service was recorded to, and remembers what it was asked. */
public final class RecordedService implements AutoCloseable {
  /** A request as it came. */
  public record Request(String method, String target, Map<String, String> headers, String body) {
    /** The header's last value, "" if it is missing. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** An answer; header names and values alternate. */
  public record Reply(int status, byte[] body, String... headers) {
    /** An answer with a text. */
    public static Reply of(int status, String body, String... headers) {
      return new Reply(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }
  }

  /** Gives a request its answer. */
  @FunctionalInterface
  public interface Behaviour {
    Reply answer(Request request);
  }

  private final HttpServer server;
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /** Serves on a free port. */
  public RecordedService(Behaviour behaviour) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> play(exchange, behaviour));
    server.start();
  }

  private void play(HttpExchange exchange, Behaviour behaviour) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getLast()));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Request request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            headers,
            new String(body, StandardCharsets.UTF_8));
    requests.add(request);
    Reply reply = behaviour.answer(request);
    for (int i = 0; i < reply.headers().length; i += 2) {
      exchange.getResponseHeaders().add(reply.headers()[i], reply.headers()[i + 1]);
    }
    exchange.sendResponseHeaders(
        reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    exchange.getResponseBody().write(reply.body());
    exchange.close();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All requests so far. */
  public List<Request> requests() {
    return requests;
  }

  /** The latest request. */
  public Request last() {
    return requests.getLast();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
